/** What is wrong with an XML part. The reader of a format says it in Danish. */

/** It is not well-formed, too deep, or in an unknown encoding. */
export class BrokenXmlError extends Error {
  override readonly name = 'BrokenXmlError';
}

/** It declares a document type or entities, which no office file needs and which can be a trap. */
export class ForbiddenXmlError extends Error {
  override readonly name = 'ForbiddenXmlError';
}
