/** The levels of the governance model, as they stand beside a row or a box. */
export const LEVELS: readonly string[] = ['KL', 'Bestyrelse', 'Porteføljeråd', 'PR', 'Fagråd', 'KOMBIT'];

export function isLevel(text: string): boolean {
  return LEVELS.includes(text.trim());
}
