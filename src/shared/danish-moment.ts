/** An instant as a person in Denmark reads it. */
const FORMAT = new Intl.DateTimeFormat('da-DK', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: 'numeric',
  minute: '2-digit',
});

/** "24.11.2025 kl. 9.12" */
export function momentInTable(instant: Date): string {
  const part = Object.fromEntries(FORMAT.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part.day}.${part.month}.${part.year} kl. ${Number(part.hour)}.${part.minute}`;
}
