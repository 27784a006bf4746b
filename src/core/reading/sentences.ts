/** A paragraph -> its sentences. */

/** A point after these, or within a date or an address, ends no sentence. */
const NO_END =
  /(?:^|[\s(‘’”"])(?:dvs|vedr|ift|fx|bl\.a|f\.eks|jvf|jf|kl|d|ca|hhv|inkl|mv|m\.m|nr|pr|evt|\d{1,2})\.$/i;

export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const piece of text.split(/(?<=[.!?]["”’')]?)\s+(?=[\p{Lu}”"‘“(])/u)) {
    open = open === '' ? piece : `${open} ${piece}`;
    if (NO_END.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  if (open !== '') sentences.push(open);
  return sentences;
}
