import { describe, expect, test } from 'vitest';
import { reportErrorHref } from '#src/web/report-error.ts';
import { sourceChip } from '#src/web/source-chip.ts';
import { withStand } from '#src/web/with-stand.ts';

describe('an earlier day follows in the links', () => {
  test.each([
    ['/frister', '/frister?stand=2025-11-20'],
    ['/frister?type=klik', '/frister?type=klik&stand=2025-11-20'],
    ['/aftaler/sapa#liste', '/aftaler/sapa?stand=2025-11-20#liste'],
    ['#passeret', '#passeret'],
    ['https://www.kl.dk/', 'https://www.kl.dk/'],
    ['//example.dk/', '//example.dk/'],
    ['mailto:programleder@kombit.dk', 'mailto:programleder@kombit.dk'],
  ])('%s becomes %s', (path, expected) => {
    expect(withStand(path, '2025-11-20')).toBe(expected);
  });

  test('and today follows in none', () => {
    expect(withStand('/frister?type=klik', null)).toBe('/frister?type=klik');
  });
});

test('a source chip says meeting and slide and leads to the slide', () => {
  expect(sourceChip('2025-11', 4)).toEqual({ href: '/moeder/2025-11/slide/4', text: 'Nov. 2025, slide 4' });
  expect(sourceChip('2026-01', 12, 'long').text).toBe('Programledermøde jan. 2026, slide 12');
});

test('"Meld en fejl" is a mail with the address of the page and the slide in it', () => {
  const report = {
    pageUrl: 'http://127.0.0.1/frister?type=klik&stand=2025-11-20',
    title: 'Frister & mere',
    source: '',
  };
  const href = reportErrorHref({ ...report, source: 'Nov. 2025, slide 4' });
  expect(href).toMatch(/^mailto:programleder@kombit\.dk\?subject=[^&]*&body=[^&]*$/);
  expect(decodeURIComponent(href)).toContain('Adresse: http://127.0.0.1/frister?type=klik&stand=2025-11-20');
  expect(decodeURIComponent(href)).toContain('Kilde: Nov. 2025, slide 4');
  expect(decodeURIComponent(reportErrorHref(report))).not.toContain('Kilde:');
});
