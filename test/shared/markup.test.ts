import { isStringOneByteRepresentation } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { escapeMarkup } from '#src/shared/markup.ts';

describe('text made safe for a page', () => {
  test.each([
    ['a & b < c > d "e" \'f\'', 'a &amp; b &lt; c &gt; d &quot;e&quot; &#39;f&#39;'],
    ['”Medio dec.” – 😀', '&#8221;Medio dec.&#8221; &#8211; &#128512;'],
    ['Æblegrød på Ærø', 'Æblegrød på Ærø'],
  ])('%s', (text, safe) => {
    expect(escapeMarkup(text)).toBe(safe);
  });

  test('no text makes the page it stands on twice as large in memory', () => {
    expect(isStringOneByteRepresentation(escapeMarkup('Fristen er ”Medio dec.”, siger kilden'))).toBe(true);
  });
});
