import { describe, expect, test } from 'vitest';
import { progressBar } from '#src/web/pictures/progress-bar.ts';
import { type SignatureCurve, signatureCurve } from '#src/web/pictures/signature-curve.ts';
import { countOf, faultOf } from '#test/support/well-formed.ts';

const once: SignatureCurve = {
  total: 98,
  counts: [{ day: '2025-11-20', signed: 15 }],
  sent: { from: '2025-10-27', to: '2025-11-02', words: 'sendt i <uge> 44' },
  deadline: '2025-12-15',
  today: '2025-11-24',
  neededPace: '3,3 om dagen',
  forecast: 61,
};
const twice: SignatureCurve = {
  ...once,
  counts: [...once.counts, { day: '2025-12-01', signed: 41 }],
  forecast: 74,
};

describe.each(['wide', 'narrow'] as const)('the curve of signatures, %s', (variant) => {
  test('with one count is a point and the pace it takes, and no forecast', () => {
    const svg = signatureCurve(once, variant);
    expect(faultOf(svg)).toBe('');
    expect(countOf('<circle', svg)).toBe(1);
    expect(svg).toContain('3,3 om dagen');
    expect(svg).not.toContain('61');
    expect(svg).not.toContain('hidtidige tempo');
  });

  test('does not take the dispatch for a count', () => {
    expect(signatureCurve(once, variant)).toContain('sendt i &lt;uge&gt; 44');
    expect(countOf('<circle', signatureCurve(once, variant))).toBe(1);
  });

  test('with two counts is a line with a forecast', () => {
    const svg = signatureCurve(twice, variant);
    expect(faultOf(svg)).toBe('');
    expect(countOf('<circle', svg)).toBe(2);
    expect(svg).toContain('Med det hidtidige tempo: 74 ved fristen');
  });

  test('draws neither pace nor forecast after the deadline', () => {
    const svg = signatureCurve({ ...twice, deadline: '2025-11-25', today: '2026-11-20' }, variant);
    expect(svg).not.toContain('tempo');
    expect(svg).not.toContain('74');
    expect(svg).not.toContain('I dag');
    expect(signatureCurve({ ...twice, today: '2025-12-16' }, variant)).not.toContain('tempo');
  });

  test('is nothing without a count', () => {
    expect(signatureCurve({ ...once, counts: [] }, variant)).toBe('');
  });
});

describe('the bar of how many', () => {
  test('is as long as the share, and says it in words', () => {
    const svg = progressBar(15, 60, 'underskrevet');
    expect(faultOf(svg)).toBe('');
    expect(svg).toContain('aria-label="15 af 60 underskrevet"');
    expect(svg).toContain('width="75" height="10"');
  });

  test('has no ink for none', () => {
    expect(countOf('<rect', progressBar(0, 98, 'underskrevet'))).toBe(1);
    expect(countOf('<rect', progressBar(0, 0, 'underskrevet'))).toBe(1);
  });
});
