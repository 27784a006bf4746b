import { z } from 'zod';
import type { ApiResource } from '#src/core/offers/offers.ts';
import { DEADLINE_KINDS, type Reading } from '#src/core/offers/offers.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { PRECISIONS } from '#src/shared/fuzzy-date/fuzzy-date.ts';
import { type Deadline, listDeadlines } from './compose.ts';
import { filterDeadlines, lacksMunicipality } from './filter.ts';
import { deadlineQuery, readFilter } from './forms.ts';
import { groupByDate } from './rules.ts';

const fuzzyDate = z.object({
  raw: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  precision: z.enum(PRECISIONS),
  state: z.enum(['sent', 'planned', 'unclear']).optional(),
  yearInferred: z.boolean(),
  uncertain: z.literal(true).optional(),
  confidence: z.literal('low').optional(),
});
const source = z.object({ meeting: z.string(), slide: z.number().nullable() });

/** One deadline as the API shows it (interface.md); `sources` has more than one where one ask stands in two places. */
export const deadlineItem = z.object({
  kind: z.enum(DEADLINE_KINDS),
  title: z.string(),
  date: fuzzyDate,
  /** What happens on the date: "frist", "udsendes", "afholdes". */
  dateLabel: z.string(),
  solution: z.string().nullable(),
  url: z.string(),
  source: source.nullable(),
  sources: z.array(source),
});

export const deadlineResources: readonly ApiResource[] = [
  {
    path: 'deadlines',
    summary: 'Frister, milepæle og arrangementer fra alle emner, hver forpligtelse én gang',
    query: deadlineQuery,
    item: deadlineItem,
    read: (reading, _params, query) => ({ data: readDeadlines(reading, query) }),
  },
];

/** The API's form of a deadline, without what only a page needs. */
export function asItem(deadline: Deadline): z.infer<typeof deadlineItem> {
  const sources = deadline.sources.map(({ meetingId, slide }) => ({ meeting: meetingId, slide }));
  return {
    kind: deadline.kind,
    title: deadline.title,
    date: deadline.date,
    dateLabel: deadline.dateLabel,
    solution: deadline.solutionId,
    url: deadline.href,
    source: sources[0] ?? null,
    sources,
  };
}

function readDeadlines(reading: Reading, query: Record<string, unknown>): unknown[] {
  const filter = readFilter(query, reading.db);
  if (lacksMunicipality(filter)) {
    throw new InvalidInputError(
      `Status »${filter.status}« gælder én kommune. Tilføj kommune= med kommunens navn i adressen.`,
    );
  }
  const deadlines = filterDeadlines(listDeadlines(reading), filter, reading);
  return groupByDate(deadlines).flatMap((group) => group.deadlines.map(asItem));
}
