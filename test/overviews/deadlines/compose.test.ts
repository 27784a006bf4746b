import { describe, expect, test } from 'vitest';
import { makeStandings } from '#src/core/journal/standing.ts';
import type { SameAsk } from '#src/core/sources/queries.ts';
import { composeDeadlines, foldSameAsks, listDeadlines } from '#src/overviews/deadlines/compose.ts';
import { offer } from '#test/support/deadlines.ts';
import { edit } from '#test/support/edit.ts';
import { day, EMPTY, UNCLEAR } from '#test/support/fuzzy-dates.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

const task = offer({ key: 'task/flis', solutionId: 'flis' });
const agreement = offer({
  kind: 'agreement',
  key: 'agreement/flis',
  solutionId: 'fki-sp',
  sources: [{ meetingId: '2025-11', slide: 5 }],
  statusOf: (code) => (code === '0461' ? 'missing' : 'signed'),
  countedOn: '2025-11-20',
});
const request = offer({
  kind: 'request',
  key: 'request/flis',
  sources: [{ meetingId: '2025-11', slide: 7 }],
});
const pair = (shown: string, folded: string): SameAsk => ({ shown, folded, reason: 'Samme opgave.' });

describe('one ask in two places', () => {
  test('is shown once, with the sources, kinds, solutions and count of both', () => {
    const [only, ...rest] = foldSameAsks([task, agreement], [pair('task/flis', 'agreement/flis')]);
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      key: 'task/flis',
      kind: 'task',
      kinds: ['task', 'agreement'],
      solutionIds: ['flis', 'fki-sp'],
      sources: [
        { meetingId: '2025-11', slide: 4 },
        { meetingId: '2025-11', slide: 5 },
      ],
      countedOn: '2025-11-20',
    });
    expect(only?.statusOf('0461')).toBe('missing');
  });

  test("the shown one's own status goes before the folded one's", () => {
    const counted = { ...task, statusOf: () => 'in-progress' as const, countedOn: '2025-11-22' };
    const [only] = foldSameAsks([counted, agreement], [pair('task/flis', 'agreement/flis')]);
    expect(only?.statusOf('0461')).toBe('in-progress');
    expect(only?.countedOn).toBe('2025-11-22');
  });

  test.each([
    ['no pair', [], ['task/flis', 'agreement/flis', 'request/flis']],
    ['one pair', [pair('task/flis', 'agreement/flis')], ['task/flis', 'request/flis']],
    [
      'a chain ends at its first',
      [pair('agreement/flis', 'request/flis'), pair('task/flis', 'agreement/flis')],
      ['task/flis'],
    ],
    [
      'a partner that does not stand that day',
      [pair('task/andet', 'agreement/flis')],
      ['task/flis', 'agreement/flis', 'request/flis'],
    ],
    [
      'a circle folds nothing, nor does what leads into it',
      [
        pair('task/flis', 'agreement/flis'),
        pair('agreement/flis', 'task/flis'),
        pair('task/flis', 'request/flis'),
      ],
      ['task/flis', 'agreement/flis', 'request/flis'],
    ],
  ])('%s', (_name, pairs, keys) => {
    expect(foldSameAsks([task, agreement, request], pairs).map((one) => one.key)).toEqual(keys);
  });
});

describe('composed', () => {
  const compose = (offers: ReturnType<typeof offer>[], db = seededDatabase()) =>
    composeDeadlines({ db, today: MEETING_DAY }, [{ name: 'prøve', deadlines: () => offers }]);

  test('the earliest first, what has no date last, unclear after not told', () => {
    const dates = [UNCLEAR, EMPTY, day('2026-01-09'), day('2025-11-03')];
    const list = compose(dates.map((date, index) => offer({ key: `task/${index}`, date })));
    expect(list.map((one) => one.key)).toEqual(['task/3', 'task/2', 'task/1', 'task/0']);
    expect(list.map((one) => one.group)).toEqual(['passed', 'later', 'undated', 'undated']);
  });

  test('a set whose members nobody knows is named and has no members', () => {
    expect(compose([offer({ appliesToId: 'eg' })])[0]?.audience).toEqual({
      name: 'EG-kommuner',
      members: null,
    });
    expect(compose([offer()])[0]?.audience).toBeNull();
  });

  test('FLIS stands once among what the portal knows, from both its slides', () => {
    const flis = listDeadlines({ db: seededDatabase(), today: MEETING_DAY }).filter((one) =>
      one.solutionIds.includes('flis'),
    );
    expect(flis).toHaveLength(1);
    expect(flis[0]?.kinds).toEqual(['task', 'agreement']);
    expect(flis[0]?.sources.map((one) => one.slide)).toEqual([4, 5]);
  });

  test('what is kept is composed anew when the journal grows or another day is shown', () => {
    const db = seededDatabase();
    const title = (today: string) =>
      listDeadlines({ db: makeStandings(db).at(today), today }).find(
        (one) => one.key === 'agreement/tre-datastandarder',
      )?.title;
    const before = title(MEETING_DAY);
    edit(db, 'agreement', 'tre-datastandarder', { name: 'Et andet navn' });
    expect(before).not.toBe('Et andet navn');
    expect(title(MEETING_DAY)).toBe('Et andet navn');
    expect(
      listDeadlines({ db, today: '2025-12-16' }).find((one) => one.title === 'Et andet navn')?.group,
    ).toBe('passed');
  });
});
