/** "Aftaler (1 af 2)" and "Aftaler (2 af 2)", "Aftaler, fortsat"; a slide without a title goes on as well. */
export function isSameTitle(a: string, b: string): boolean {
  const core = (title: string): string =>
    title
      .toLowerCase()
      .replace(/\(?\b\d+\s*(?:af|\/)\s*\d+\b\)?|\(?\bfortsat\b\)?|\(?\bforts\.?\)?/g, '')
      .replace(/[^\p{L}\d]+/gu, '');
  return b === '' || core(a) === core(b);
}
