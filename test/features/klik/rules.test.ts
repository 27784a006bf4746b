import { describe, expect, test } from 'vitest';
import { identityOf, taskPhase, titleWithoutMarks } from '#src/features/klik/rules.ts';
import { between, day, EMPTY, UNCLEAR } from '#test/support/fuzzy-dates.ts';

const earlyDecember = between('2025-12-01', '2025-12-10', 'third');
const lateDecember = between('2025-12-11', '2025-12-31');

describe('where a task is in its course', () => {
  test.each([
    ['begun and not over', day('2025-11-06'), day('2026-01-09'), '2025-11-24', 'current'],
    ['on its first day', day('2025-11-24'), day('2026-01-09'), '2025-11-24', 'current'],
    ['on its last day', day('2025-11-06'), day('2025-11-24'), '2025-11-24', 'current'],
    ['the day after its last', day('2025-11-06'), day('2025-11-23'), '2025-11-24', 'ended'],
    ['certainly not begun', earlyDecember, lateDecember, '2025-11-30', 'ahead'],
    ['may have begun', earlyDecember, lateDecember, '2025-12-01', 'current'],
    ['may be over', earlyDecember, lateDecember, '2025-12-31', 'current'],
    ['certainly over', earlyDecember, lateDecember, '2026-01-01', 'ended'],
    [
      'begins at the latest one day',
      between(null, '2025-12-10', 'before'),
      lateDecember,
      '2025-11-24',
      'current',
    ],
    ['no start told', EMPTY, day('2026-01-09'), '2025-11-24', 'current'],
    ['undecided end', day('2025-11-06'), UNCLEAR, '2025-11-24', 'current'],
    ['neither told', EMPTY, UNCLEAR, '2025-11-24', 'undated'],
  ] as const)('%s', (_name, start, end, today, expected) => {
    expect(taskPhase({ start, end }, today)).toBe(expected);
  });
});

describe('a title that may still change', () => {
  test.each([
    ['Arbejdstitel: Opret aftale', 'Opret aftale'],
    ['EG_Konfigurer løsningen (arbejdstitel)', 'EG_Konfigurer løsningen'],
    ['Find en ny arbejdstitel: trin 1', 'Find en ny arbejdstitel: trin 1'],
  ])('%s', (title, expected) => {
    expect(titleWithoutMarks(title)).toBe(expected);
  });

  test('is the same task when the mark is gone', () => {
    expect(identityOf('SAPA', 'Arbejdstitel: Opret aftale (1)')).toBe(identityOf('SAPA', 'Opret aftale (1)'));
    expect(identityOf('SAPA', 'Opret aftale (1)')).not.toBe(identityOf('SAPA', 'Opret aftale (2)'));
  });
});
