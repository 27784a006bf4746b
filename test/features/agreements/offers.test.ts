import { describe, expect, test } from 'vitest';
import type { DeadlineOffer } from '#src/core/offers/offers.ts';
import { agreements } from '#src/features/agreements/index.ts';
import { buildTestApp } from '#test/support/app.ts';
import { MEETING_DAY, seededDatabase } from '#test/support/seeded-database.ts';

const ODENSE = '0461';
const KOLDING = '0621';

function reading(today = MEETING_DAY) {
  return { db: seededDatabase(), today };
}

describe('agreements among the deadlines', () => {
  test('every agreement is there once, by its deadline', () => {
    const offers = agreements.deadlines?.(reading()) ?? [];
    expect(offers).toHaveLength(19);
    expect(of(offers, 'k-aftalen')).toMatchObject({
      dateLabel: 'frist',
      startLabel: 'udsendt',
      notYetSent: false,
    });
    expect(of(offers, 'k-aftalen').date.to).toBe('2025-12-15');
  });

  test('one that is still to be sent and has no deadline, by its dispatch', () => {
    const aula = of(agreements.deadlines?.(reading()) ?? [], 'aula');
    expect(aula).toMatchObject({ dateLabel: 'udsendes', notYetSent: true, start: null });
    expect(aula.date.from).toBe('2025-12-01');
  });

  test('an undecided one has no date and is not said to be sent', () => {
    const kp = of(agreements.deadlines?.(reading()) ?? [], 'kp');
    expect(kp).toMatchObject({ dateLabel: 'frist', notYetSent: true, date: { from: null, to: null } });
  });

  test('the status of a municipality comes from the count; where nobody counted it is not counted', () => {
    const offers = agreements.deadlines?.(reading()) ?? [];
    const counted = of(offers, 'k-aftalen');
    expect(counted.statusOf(ODENSE)).toBe('missing');
    expect(counted.statusOf(KOLDING)).toBe('signed');
    expect(counted.countedOn).toBe('2025-11-20');
    const other = of(offers, 'flis');
    expect(other.statusOf(ODENSE)).toBe('not-counted');
    expect(other.countedOn).toBeNull();
  });
});

describe('what other pages ask of the agreements', () => {
  test.each([
    ['agreement', 'tre-datastandarder', 'Aftale'],
    ['signature_count', 'tre-datastandarder/2025-11-20', 'Opgørelse af underskrifter'],
    ['signature', `tre-datastandarder/${ODENSE}`, 'Underskrifter'],
    ['agreement_detail', 'tre-datastandarder/2025-11', 'Om en aftale'],
  ])('a record of the journal in words: %s', (entity, id, kind) => {
    const described = agreements.describe?.(reading(), entity, id);
    expect(described?.kind).toBe(kind);
    expect(described?.href).toMatch(/^\/aftaler\/tre-datastandarder/);
  });

  test('a record of another subject is left to its owner', () => {
    expect(agreements.describe?.(reading(), 'task', 'tre-datastandarder')).toBeUndefined();
  });

  test('a solution shows its own agreements and those gathered under it', () => {
    const titles = (id: string) =>
      agreements
        .solutionSections?.(reading(), id, (path) => path)
        .flatMap((section) => (section.data as { agreements: { lead: string }[] }).agreements)
        .map(({ lead }) => lead);
    expect(titles('sapa')).toEqual(['', '']);
    expect(titles('faelleskommunal-infrastruktur')).toEqual(['FKI SP', 'FKI STS']);
    expect(titles('klik')).toEqual([]);
  });

  test('an agreement is found by what people call it', () => {
    const entries = agreements.searchEntries?.(reading()) ?? [];
    const found = entries.filter(({ body }) => body.includes('3xbegrebs- og datastandarder'));
    expect(found.map(({ href }) => href)).toEqual(['/aftaler/tre-datastandarder']);
  });
});

describe('the API of agreements', () => {
  test('nineteen, and a count only where there is one', async () => {
    const { get } = await buildTestApp();
    const { data } = JSON.parse((await get('/api/v1/agreements')).text) as {
      data: {
        slug: string;
        signed: number | null;
        missing: number | null;
        notCounted: number;
        asOf: string | null;
      }[];
    };
    expect(data).toHaveLength(19);
    const counted = data.filter(({ signed }) => signed !== null);
    expect(counted).toMatchObject([
      { slug: 'tre-datastandarder', signed: 15, missing: 83, notCounted: 0, asOf: '2025-11-20' },
    ]);
    const other = data.find(({ slug }) => slug !== 'tre-datastandarder');
    expect(other).toMatchObject({ signed: null, missing: null, notCounted: 98, asOf: null });
  });

  test('signatures of all 98 as of the last count, codes with four digits', async () => {
    const { get } = await buildTestApp();
    const { data, asOf } = JSON.parse(
      (await get('/api/v1/agreements/tre-datastandarder/signatures')).text,
    ) as {
      data: { municipality: { code: string; name: string }; status: string; countedOn: string | null }[];
      asOf: string | null;
    };
    expect(asOf).toBe('2025-11-20');
    expect(data).toHaveLength(98);
    expect(data.filter(({ status }) => status === 'signed')).toHaveLength(15);
    expect(data.every(({ municipality }) => /^\d{4}$/.test(municipality.code))).toBe(true);
  });

  test('on the day before the count everybody is not counted', async () => {
    const { get } = await buildTestApp();
    const { data, asOf } = JSON.parse(
      (await get('/api/v1/agreements/tre-datastandarder/signatures?stand=2025-11-19')).text,
    ) as { data: { status: string }[]; asOf: string | null };
    expect(new Set(data.map(({ status }) => status))).toEqual(new Set(['not-counted']));
    expect(asOf).toBeNull();
  });

  test('an unknown agreement is 404', async () => {
    const { get } = await buildTestApp();
    expect((await get('/api/v1/agreements/findes-ikke/signatures')).status).toBe(404);
  });
});

function of(offers: readonly DeadlineOffer[], solutionId: string): DeadlineOffer {
  const found = offers.find((one) => one.solutionId === solutionId);
  if (!found) throw new Error(`No agreement of ${solutionId}`);
  return found;
}
