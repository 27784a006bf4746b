/** Several deadlines on one day, as the part `sammenfald` prints it. */
import { dayInSentence, weekdayName } from '#src/shared/danish-calendar.ts';
import type { Deadline } from './compose.ts';
import { titleOf } from './rows.ts';

export function collisionView(
  { day, deadlines }: { day: string; deadlines: Deadline[] },
  names: ReadonlyMap<string, string>,
) {
  return {
    text: `${NUMBERS[deadlines.length] ?? deadlines.length} frister falder samme dag, ${weekdayName(day)} den ${dayInSentence(day)}:`,
    links: deadlines.map((one) => ({ href: one.href, text: titleOf(one, names) })),
  };
}

const NUMBERS: Record<number, string> = {
  3: 'Tre',
  4: 'Fire',
  5: 'Fem',
  6: 'Seks',
  7: 'Syv',
  8: 'Otte',
  9: 'Ni',
};
