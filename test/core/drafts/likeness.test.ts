import { describe, expect, test } from 'vitest';
import { likeness } from '#src/core/drafts/likeness.ts';

describe('an object of the material is one that stands', () => {
  test('when its title has lost or got a few words', () => {
    expect(
      likeness('sapa|opretogunderskrivaftaleomvisning', ['sapa|opretogunderskrivaftale', 'sapa|rydop']),
    ).toEqual({
      candidates: ['sapa|opretogunderskrivaftale'],
      kind: 'reworded',
    });
  });

  test('perhaps, when half of it is other words or its day has moved: then a person must say', () => {
    expect(likeness('Opslag sendes bredt ud', ['Opslag sendes ud nu'])?.kind).toBe('doubtful');
    expect(likeness('webinaromroller|2026-02-10', ['webinaromroller|2026-02-03'])?.kind).toBe('doubtful');
  });

  test('perhaps, when two are as like, or when most of a title is gone: a person is shown them all', () => {
    expect(likeness('Opslag sendes ud', ['Opslag sendes ud a', 'Opslag sendes ud b'])).toEqual({
      candidates: ['Opslag sendes ud a', 'Opslag sendes ud b'],
      kind: 'doubtful',
    });
    expect(likeness('Underskriv aftale', ['Underskriv aftale om visning af indkomst'])?.kind).toBe(
      'doubtful',
    );
  });

  test('not when a figure differs, or when it is of another solution', () => {
    expect(likeness('sapa|datapakke5', ['sapa|datapakke4'])).toBeNull();
    expect(likeness('kp|underskrivaftale', ['ky|underskrivaftalen'])).toBeNull();
  });

  test('not when its identity is an address or a hash', () => {
    expect(likeness('https://a.dk/maal', ['https://a.dk/maal2'])).toBeNull();
  });
});
