/**
 * Whether a text from outside may stand behind a link: an address on the web or of a mailbox. Any other kind, such as
 * `javascript:` or `data:`, would run in the reader's browser what a deck says.
 */
export function isWebAddress(text: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]/i.test(text);
}
