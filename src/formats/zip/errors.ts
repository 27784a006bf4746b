/** What is wrong with a ZIP file. The reader of a format says it in Danish. */

/** It stops too early, or its parts do not fit its directory. */
export class BrokenZipError extends Error {
  override readonly name = 'BrokenZipError';
}

/** It would grow beyond every reasonable size. */
export class ZipBombError extends Error {
  override readonly name = 'ZipBombError';
}

/** Parts are encrypted. */
export class EncryptedZipError extends Error {
  override readonly name = 'EncryptedZipError';
}

/** A part has a name or kind that no program of good will writes: a way out of the folder, a link. */
export class SuspiciousZipError extends Error {
  override readonly name = 'SuspiciousZipError';
}
