import { describe, expect, test } from 'vitest';
import { annualWheel, unplacedEntries } from '#src/web/pictures/annual-wheel.ts';
import { gantt, undatedPhases } from '#src/web/pictures/gantt.ts';
import { intervalBar } from '#src/web/pictures/interval-bar.ts';
import { taskTimeline } from '#src/web/pictures/task-timeline.ts';
import { countOf, faultOf } from '#test/support/well-formed.ts';

const between = (from: string | null, to: string | null) => ({ from, to });

describe('the interval bar', () => {
  const middle = { from: '2025-12-11', to: '2025-12-20', precision: 'third' as const };

  test('shows where in its month an uncertain date lies, with ends that fade', () => {
    const svg = intervalBar(middle, '11.–20. dec. 2025');
    expect(faultOf(svg)).toBe('');
    expect(svg).toContain('aria-label="11.&#8211;20. dec. 2025"');
    expect(svg).toContain('>dec. 2025</text>');
    expect(svg).toContain(' opacity="');
  });

  test('has sharp ends where the source gives a period from day to day', () => {
    expect(intervalBar({ ...middle, precision: 'range' }, 'x')).not.toContain(' opacity="');
  });

  test('names the first and the last month, and the year twice when it changes', () => {
    const half = intervalBar({ from: '2026-07-01', to: '2026-12-31', precision: 'half' }, 'x');
    expect(half).toContain('>juli</text>');
    expect(half).toContain('>dec. 2026</text>');
    const overNewYear = intervalBar({ from: '2025-12-22', to: '2026-01-04', precision: 'week' }, 'x');
    expect(overNewYear).toContain('>dec. 2025</text>');
    expect(overNewYear).toContain('>jan. 2026</text>');
  });

  test.each([
    ['an exact day', { from: '2025-12-15', to: '2025-12-15', precision: 'day' as const }],
    ['the last day of an ask', { from: null, to: '2025-12-15', precision: 'day' as const }],
    ['no date', { from: null, to: null, precision: 'unclear' as const }],
    ['an empty cell', { from: null, to: null, precision: 'none' as const }],
  ])('is not drawn for %s', (_, date) => {
    expect(intervalBar(date, 'x')).toBe('');
  });

  test('is drawn for an open date up to where the words reach', () => {
    for (const date of [
      { from: null, to: '2026-06-26', precision: 'before' as const },
      { from: '2026-08-28', to: null, precision: 'after' as const },
    ]) {
      expect(faultOf(intervalBar(date, 'x'))).toBe('');
      expect(intervalBar(date, 'x')).toContain('<rect');
    }
  });
});

describe('the plan', () => {
  const dated = {
    title: 'Udbud <1>',
    start: between('2025-10-10', '2025-10-10'),
    end: between(null, '2026-06-26'),
    words: 'Kontrakt ”før sommerferien 2026”',
  };
  const undated = { title: 'NSIS', start: null, end: between(null, null), words: '' };

  test('draws the phases with a date and leaves the others to the list', () => {
    const svg = gantt([dated, undated], '2025-11-24', 'Tidsplan');
    expect(faultOf(svg)).toBe('');
    expect(svg).toContain('Udbud &lt;1&gt;');
    expect(svg).not.toContain('NSIS');
    expect(undatedPhases([dated, undated])).toEqual([undated]);
  });

  test('draws nothing when nothing is known', () => {
    expect(gantt([undated], '2025-11-24', 'Tidsplan')).toBe('');
  });

  test('shows today only while it lies within the plan', () => {
    expect(gantt([dated], '2025-11-24', 'Tidsplan')).toContain('I dag');
    expect(gantt([dated], '2027-03-01', 'Tidsplan')).not.toContain('I dag');
  });

  test('fades an uncertain end and not a known one', () => {
    const exact = { ...dated, end: between('2026-06-26', '2026-06-26') };
    expect(gantt([dated], '2025-11-24', 'Tidsplan')).toContain(' opacity="');
    expect(gantt([exact], '2025-11-24', 'Tidsplan')).not.toContain(' opacity="');
  });
});

describe('the annual wheel', () => {
  const levels = ['KL', 'Bestyrelse', 'Porteføljeråd', 'Fagråd', 'KOMBIT'];
  const placed = { number: 1, activity: 'Budget & mere', level: 'KL', months: [11, 2] as [number, number] };
  const noMonths = { number: 2, activity: 'Ø.A', level: 'KL', months: null };
  const noLevel = { number: 3, activity: 'KØF', level: null, months: [1, 1] as [number, number] };

  test('has one ring to a level and twelve months', () => {
    const svg = annualWheel([], levels, '2025-11-24', 'Udkast');
    expect(faultOf(svg)).toBe('');
    expect(countOf('<circle', svg)).toBe(5);
    expect(countOf('wheel-month', svg)).toBe(12);
    expect(svg).toContain('Ingen placeringer er oplyst');
  });

  test('draws only what has both level and months', () => {
    const svg = annualWheel([placed, noMonths, noLevel], levels, '2025-11-24', 'Udkast');
    expect(faultOf(svg)).toBe('');
    expect(countOf('<title>', svg)).toBe(1);
    expect(svg).toContain('<title>KL: Budget &amp; mere</title>');
    expect(svg).toContain('2 aktiviteter uden placering står i listen.');
    expect(unplacedEntries([placed, noMonths, noLevel], levels)).toEqual([noMonths, noLevel]);
  });
});

describe('the timeline of a task', () => {
  const start = between('2025-11-06', '2025-11-06');
  const end = between('2026-01-09', '2026-01-09');

  test('shows today and the deadline', () => {
    const svg = taskTimeline(start, end, '2025-11-24', 'Opgaven løber 6. nov. – 9. jan.');
    expect(faultOf(svg)).toBe('');
    expect(svg).toContain('>I dag</text>');
    expect(svg).toContain('>Frist 9. jan.</text>');
  });

  test('gives no day and no line to an uncertain end', () => {
    const svg = taskTimeline(start, between('2025-12-11', '2025-12-31'), '2025-11-24', 'x');
    expect(svg).not.toContain('Frist');
    expect(svg).toContain(' opacity="');
  });

  test('is not drawn without both ends, or with ends the wrong way round', () => {
    expect(taskTimeline(start, between(null, null), '2025-11-24', 'x')).toBe('');
    expect(taskTimeline(end, start, '2025-11-24', 'x')).toBe('');
  });
});
