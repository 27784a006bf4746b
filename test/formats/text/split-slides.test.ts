import { describe, expect, test } from 'vitest';
import { splitSlides } from '#src/formats/text/split-slides.ts';

const texts = (text: string) =>
  splitSlides(text).map((slide) => slide.lines.map((line) => line.text).join(' | '));

describe('a slide ends', () => {
  test('at three blank lines, not at two', () => {
    expect(texts('A\n\n\nB\n\n\n\nC')).toEqual(['A | B', 'C']);
  });

  test('at a form feed, where the text has any', () => {
    expect(texts('A\n\n\n\nB\fC')).toEqual(['A | B', 'C']);
  });

  test('right before a short line that begins with a blank', () => {
    expect(texts('A\n Overskrift\nB')).toEqual(['A', 'Overskrift | B']);
    expect(texts('A\n\n (fortsat)\nB')).toEqual(['A | (fortsat) | B']);
    expect(texts(`A\n ${'I dag og i morgen '.repeat(5)}`)).toHaveLength(1);
  });

  test('after its links, which belong to the slide before them', () => {
    const slides = splitSlides('A\n\n\n\nhttps://a.dk/x\nhttps://a.dk/x\nhttps://a.dk/y\n\nB');
    expect(slides.map((slide) => slide.links)).toEqual([['https://a.dk/x', 'https://a.dk/y'], []]);
    expect(slides[1]?.lines[0]?.text).toBe('B');
  });

  test('at the foot that comes again and again, where nothing else divides', () => {
    const text = Array.from({ length: 12 }, (_, n) => `Slide ${n}\nLOGO`).join('\n');
    expect(splitSlides(text)).toHaveLength(12);
  });
});

test('a line tells whether a gap stands before it and whether its source says it was wrapped', () => {
  const [slide] = splitSlides('Først \nså\n\nsidst');
  expect(slide?.lines).toEqual([
    { text: 'Først', afterGap: true, wraps: true },
    { text: 'så', afterGap: false, wraps: false },
    { text: 'sidst', afterGap: true, wraps: false },
  ]);
});
