// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const LINE_ENDS = /\r\n|[\r\u000b\u000c\u0085\u2028\u2029]/g;
const WITHOUT_WIDTH = /[\u200b-\u200f\u2060\u202a-\u202e\u2066-\u2069\ufeff]/g;
const FIXED_SPACES = /[\u00a0\u2007\u202f]/g;

/**
 * Text from a file as a deck holds it: NFC, every kind of line end a `\n`, no-break spaces as spaces, and no control
 * characters, half letters or marks without width.
 */
export function deckText(text: string): string {
  return text
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, '')
    .replace(WITHOUT_WIDTH, '')
    .replace(FIXED_SPACES, ' ')
    .toWellFormed()
    .normalize('NFC');
}
