/** What is odd about the agreements as listed. Nothing is changed: a person is told. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { isWeekend } from '#src/shared/calendar-day.ts';
import { weekdayName } from '#src/shared/danish-calendar.ts';

type Warning = Snapshot['warnings'][number];
type Agreement = Snapshot['agreements'][number];

export function findAgreementOddities(agreements: Snapshot['agreements']): Warning[] {
  return [...agreements.flatMap(dateOddities), ...swappedRecipients(agreements)];
}

function dateOddities(agreement: Agreement): Warning[] {
  const { deadline, sent } = agreement;
  const found: Warning[] = [];
  const warn = (code: string, reason: string): number =>
    found.push({
      slide: agreement.slide,
      code,
      text: deadline.raw,
      reason,
      about: `agreements: ${agreement.solution}`,
    });
  if (deadline.precision === 'day' && deadline.from && isWeekend(deadline.from)) {
    warn('weekend-date', `Fristen er en ${weekdayName(deadline.from)}. Datoen er beholdt, som den står.`);
  }
  if (deadline.to && sent.precision === 'none') {
    warn('deadline-without-dispatch', 'Aftalen har en frist, men ingen udsendelsesdato.');
  }
  if (deadline.to && sent.from && deadline.to < sent.from) {
    warn('deadline-before-dispatch', 'Fristen ligger før udsendelsen. Begge datoer er beholdt.');
  }
  return found;
}

/** Two rows whose recipients each bear the other row's name. */
function swappedRecipients(agreements: readonly Agreement[]): Warning[] {
  const other = (one: Agreement): Agreement | undefined => {
    const named = recipientSolution(one, agreements);
    if (!named || named === one.solution) return undefined;
    return agreements.find(
      (two) => two.solution === named && recipientSolution(two, agreements) === one.solution,
    );
  };
  return agreements.flatMap((one) => {
    const two = other(one);
    if (!two) return [];
    const [first, second] = [one.solution, two.solution].sort();
    return [
      {
        slide: one.slide,
        code: 'recipients-swapped',
        text: one.recipients,
        reason: `Modtagerne på rækkerne ${first} og ${second} ser ud til at være byttet om.`,
        about: `agreements: ${one.solution}`,
      },
    ];
  });
}

/** "KY systemansvarlige og ..." names KY. */
function recipientSolution({ recipients }: Agreement, agreements: readonly Agreement[]): string | undefined {
  return agreements.find(({ solution }) => recipients.startsWith(`${solution} `))?.solution;
}
