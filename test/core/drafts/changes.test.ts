/** What accepting a later meeting's material writes. */
import { expect, test } from 'vitest';
import { changesOf } from '#src/core/drafts/compare.ts';
import { recordDeed } from '#src/core/journal/record.ts';
import { buildTestApp } from '#test/support/app.ts';
import { day } from '#test/support/fuzzy-dates.ts';
import { readMeeting } from '#test/support/meetings.ts';
import { pageWords } from '#test/support/page-words.ts';

test('a date that a later meeting moves has its source there, and the rest of the record stays', async () => {
  const { db, get } = await buildTestApp({ today: '2025-12-16' });
  readMeeting(db, '2025-12-15', []);
  const now = new Date('2025-12-15T15:00:00Z');
  const deed = { kind: 'import', actor: 'test-rita', actorRole: 'staff', title: 'December', now } as const;
  const draft = {
    entity: 'task',
    id: 'rolle-4-telefonnumre',
    label: '(Rolle 4)',
    effectiveOn: '2025-12-15',
    meetingId: '2025-12',
    slide: 2,
    fields: {},
  };
  const moved = { field: 'end', before: null, after: day('2026-01-30'), changedByHand: false };
  recordDeed(db, deed, changesOf([{ kind: 'changed', draft, fields: [moved] }]));

  const words = pageWords((await get('/klik/rolle-4-telefonnumre')).text);
  expect(words).toContain('Kilde: Programledermøde dec. 2025, slide 2');
  expect(words).toContain('30. januar 2026');
  expect(words).toContain('6. november 2025');
  const earlier = pageWords((await get('/klik/rolle-4-telefonnumre?stand=2025-12-14')).text);
  expect(earlier).toContain('Kilde: Programledermøde nov. 2025, slide 4');
});
