/** The dates that a perfect reader finds in the rebuilt deck, read from its truth file. Column by column, as there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DateContext } from '#src/shared/fuzzy-date/context.ts';
import { parseFuzzyDate } from '#src/shared/fuzzy-date/parse.ts';

const dateTruth = z.object({
  raw: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  precision: z.string(),
  state: z.string().optional(),
  uncertain: z.boolean().optional(),
});
const dated = z.array(z.object({ date: dateTruth }));
const truthSchema = z.object({
  meeting: z.object({ date: dateTruth }),
  klik_tasks: z.array(z.object({ start: dateTruth, end: dateTruth })),
  agreements: z.array(z.object({ sent: dateTruth, deadline: dateTruth })),
  signatures: z.array(z.object({ as_of: dateTruth })),
  sts_milestones: dated,
  k98_steps: dated,
  events: dated,
  extras: z.object({ asks: z.array(z.object({ deadline: dateTruth })), valg_next: dated }),
});

type Case = [raw: string, context: DateContext, truth: z.infer<typeof dateTruth>];

const file = [process.env['PORTAL_SHARED'], '../shared', '../../shared']
  .filter((folder) => folder !== undefined)
  .map((folder) => join(folder, 'material/2025-11-rebuilt.truth.json'))
  .find((path) => existsSync(path));

const why = file ? '' : ' (skipped: ../shared/material is not there)';

describe.skipIf(!file)(`the dates of the rebuilt deck${why}`, () => {
  const cases = file ? casesOf(truthSchema.parse(JSON.parse(readFileSync(file, 'utf8')))) : [];

  test.each(cases)('%s %o', (raw, context, truth) => {
    const date = parseFuzzyDate(raw, context);
    expect({ from: date.from, to: date.to, precision: date.precision }).toEqual({
      from: truth.from,
      to: truth.to,
      precision: truth.precision,
    });
    expect(date.state).toBe(truth.state);
    expect(date.uncertain).toBe(truth.uncertain);
    expect(date.confidence).toBeUndefined();
  });
});

function casesOf(truth: z.infer<typeof truthSchema>): Case[] {
  const within = (role: DateContext['role']) => ({ meetingDay: '2025-11-24', ...(role && { role }) });
  const cases: [DateContext, z.infer<typeof dateTruth>][] = [
    [within('other'), truth.meeting.date],
    ...truth.klik_tasks.flatMap(({ start, end }): [DateContext, z.infer<typeof dateTruth>][] => {
      const startOf = parseFuzzyDate(start.raw, within('start'));
      return [
        [within('start'), start],
        [{ ...within('end'), startOf }, end],
      ];
    }),
    ...truth.agreements.flatMap(({ sent, deadline }): [DateContext, z.infer<typeof dateTruth>][] => [
      [within('dispatch'), sent],
      [within('deadline'), deadline],
    ]),
    ...truth.signatures.map((row): [DateContext, z.infer<typeof dateTruth>] => [within('as-of'), row.as_of]),
    ...[...truth.sts_milestones, ...truth.k98_steps, ...truth.extras.valg_next].map(
      (row): [DateContext, z.infer<typeof dateTruth>] => [within('step'), row.date],
    ),
    ...truth.events.map((row): [DateContext, z.infer<typeof dateTruth>] => [within('event'), row.date]),
    ...truth.extras.asks.map((row): [DateContext, z.infer<typeof dateTruth>] => [
      within('deadline'),
      row.deadline,
    ]),
  ];
  return cases.map(([context, date]) => [date.raw, context, date]);
}
