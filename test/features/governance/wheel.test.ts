/** Levels of a wheel's activities by the order of a text: told only where the order leaves one choice. */
import { describe, expect, test } from 'vitest';
import { levelsByOrder, type WheelWord } from '#src/features/governance/wheel-levels.ts';

function words(...texts: string[]): WheelWord[] {
  return texts.map((text) => {
    if (['KL', 'Bestyrelse', 'Fagråd'].includes(text)) return { kind: 'level', text };
    return /^\p{Lu}\p{Ll}{2}$/u.test(text) ? { kind: 'months', text } : { kind: 'activity', text };
  });
}

describe('the level of an activity', () => {
  test('is that of its row, where names of levels and activities come by turns', () => {
    expect(levelsByOrder(words('Jan', 'KL', 'Høring', 'Bestyrelse', 'Strategi', 'Fagråd', 'Ønsker'))).toEqual(
      ['KL', 'Bestyrelse', 'Fagråd'],
    );
  });

  test('is not known where the levels stand by themselves', () => {
    expect(levelsByOrder(words('KL', 'Bestyrelse', 'Fagråd', 'Jan', 'Høring', 'Strategi'))).toEqual([
      null,
      null,
    ]);
  });

  test('after the last row follows the column, or the same words elsewhere', () => {
    expect(
      levelsByOrder(
        words(
          'KL',
          'Høring',
          'Bestyrelse',
          'Strategi',
          'Fagråd',
          'Jun',
          'Svar',
          'Budget',
          '1. ønsker',
          'Jul',
          '2. ønsker',
          'Andet',
        ),
      ),
    ).toEqual(['KL', 'Bestyrelse', 'KL', 'Bestyrelse', 'Fagråd', 'Fagråd', null]);
  });
});
