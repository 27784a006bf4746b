const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const UNSAFE = /[&<>"'\u0100-\uffff]/;

/**
 * Text made safe for the content and the quoted attributes of HTML and SVG.
 *
 * Characters beyond Latin-1 (– … ’ “ ”) become numbers: one of them would make the engine hold the whole page in
 * two bytes a character, which doubles the cost of rendering and sending it. æ, ø and å are Latin-1.
 */
export function escapeMarkup(text: string): string {
  // Most texts hold nothing of the kind, and looking is cheaper than replacing.
  if (!UNSAFE.test(text)) return text;
  const escaped = text.replaceAll(/[&<>"']|[\u{100}-\u{10ffff}]/gu, (character) => {
    return NAMED[character] ?? `&#${character.codePointAt(0)};`;
  });
  // Written anew, because what is made from a text of two bytes a character goes on having two.
  return Buffer.from(escaped, 'latin1').toString('latin1');
}
