/** Will they make the deadline? In words, and as a curve from two counts on. */

import { dayInSentence, dayInShort, dayInTable } from '#src/shared/danish-calendar.ts';
import { formatNumber, plural } from '#src/shared/danish-text.ts';
import { wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { Picture, SourceChip } from '#src/web/parts.ts';
import { type SignatureCurve, signatureCurve } from '#src/web/pictures/signature-curve.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import type { Agreement } from './queries.ts';
import { type Progress, progressOf } from './rules.ts';
import type { Tally } from './tally.ts';

export interface ProgressView {
  heading: string;
  lines: string[];
  /** Null with fewer than two counts. */
  picture: Picture | null;
  counts: { day: string; signed: number; sources: SourceChip[] }[];
  /** Somebody counted on or after the last day of the deadline. */
  isOver: boolean;
}

/** Null when there is nothing to say: no date to measure against. */
export function progressView(agreement: Agreement, tally: Tally, today: string): ProgressView | null {
  const { counts, total } = tally;
  const deadline = agreement.deadline.to;
  const progress = progressOf(counts, total, deadline, today);
  const told = telling(progress, tally, deadline);
  if (!told) return null;
  return {
    ...told,
    picture: counts.length < 2 ? null : pictureOf(curveOf(agreement, tally, progress, today)),
    counts: counts.map((one) => ({
      day: dayInTable(one.countedOn),
      signed: one.signed,
      sources: chipsOf(one),
    })),
    isOver: progress.kind === 'over' && progress.reached !== null,
  };
}

function telling(progress: Progress, { total, countedOn }: Tally, deadline: string | null) {
  if (countedOn === null || deadline === null) return null;
  if (progress.kind === 'running') return tellRunning(progress, countedOn, total);
  if (progress.kind === 'over') return tellOver(progress, countedOn, deadline, total);
  return null;
}

function tellRunning(progress: Progress & { kind: 'running' }, countedOn: string, total: number) {
  const { forecast, perDay } = progress;
  const needed = `Skal alle nå fristen, kræver det ${formatNumber(perDay)} om dagen fra ${dayAndMonth(countedOn)}.`;
  if (!forecast) {
    return { heading: 'Tempo', lines: [needed, 'Prognosen vises efter næste opgørelse.'] };
  }
  return {
    heading: `Prognose: ${forecast.signed} af ${total} når fristen`,
    lines: [
      `Mellem opgørelserne er der kommet ${plural(forecast.perDay, 'underskrift', 'underskrifter')} om dagen.`,
      needed,
    ],
  };
}

function tellOver(
  { reached }: Progress & { kind: 'over' },
  countedOn: string,
  deadline: string,
  total: number,
) {
  if (!reached) {
    return {
      heading: 'Fristen er passeret',
      lines: [
        `Den seneste opgørelse er fra ${dayInSentence(countedOn)}, før fristen ${dayInSentence(deadline)}. Portalen kan ikke sige, hvor mange der nåede den.`,
      ],
    };
  }
  const late =
    reached.daysAfter === 0
      ? `Opgjort på fristdagen, ${dayInSentence(reached.countedOn)}.`
      : `Opgjort ${dayInSentence(reached.countedOn)}, ${plural(reached.daysAfter, 'dag', 'dage')} efter fristen. Underskrifter fra de dage kan være talt med.`;
  return { heading: `${reached.signed} af ${total} nåede fristen`, lines: [late] };
}

function curveOf(agreement: Agreement, tally: Tally, progress: Progress, today: string): SignatureCurve {
  const running = progress.kind === 'running' ? progress : null;
  const { sent } = agreement;
  return {
    total: tally.total,
    counts: tally.counts.map((one) => ({ day: one.countedOn, signed: one.signed })),
    sent:
      sent.state === 'sent' && sent.from && sent.to
        ? {
            from: sent.from,
            to: sent.to,
            words: `sendt ${sent.precision === 'day' ? dayInShort(sent.from) : wordsOf(sent)}`,
          }
        : null,
    deadline: agreement.deadline.to,
    today,
    neededPace: running ? `${formatNumber(running.perDay)} om dagen` : '',
    forecast: running?.forecast?.signed ?? null,
  };
}

function pictureOf(curve: SignatureCurve): Picture {
  return {
    svg: signatureCurve(curve),
    narrowSvg: signatureCurve(curve, 'narrow'),
    key: [],
    caption:
      curve.forecast === null
        ? ''
        : 'Prognosen er lineær: seneste opgørelse plus dage til frist gange tempoet mellem første og seneste opgørelse.',
  };
}

/** "20. november": the year stands beside it on the page. */
function dayAndMonth(day: string): string {
  return dayInSentence(day).replace(/ \d{4}$/, '');
}
