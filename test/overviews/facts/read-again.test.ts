/** What a person has corrected stays corrected when the same material is read again. */
import { expect, test } from 'vitest';
import { findRow } from '#src/core/editing/rows.ts';
import { NO_HINTS, proposeSnapshot } from '#src/overviews/material-import/propose.ts';
import { loadSeeds, proposeSeeds } from '#src/overviews/material-import/seeds.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import type { Fields } from '#test/support/cast.ts';
import { readingsIn, recordForm } from '#test/support/record-forms.ts';

const ROOT = '/redaktion/oplysninger';
const begrundelse = 'Bekræftet af KOMBIT.';

async function save(portal: TestApp, path: string, fields: Fields) {
  const form = await recordForm(portal.as('staff'), `${ROOT}/${path}`);
  const readings = form.hasDates ? readingsIn((await form.send({ ...fields, handling: 'laes' })).text) : {};
  const saved = await form.send({ begrundelse, ...fields, ...readings, handling: 'gem' });
  expect([path, saved.status]).toEqual([path, 303]);
}

test.each([
  [
    'a corrected title and date',
    'klik-opgaver/rolle-4-telefonnumre',
    { titel: 'Telefonnumre på roller', frist: '16.01.2026' },
  ],
  [
    'a date that is superseded',
    'aftaler/flis-databehandleraftale',
    { frist: '12.12.2025', maade: 'afloes', 'gaelder-fra': '01.12.2025' },
  ],
  ['words that the portal itself wrote', 'opgaver/klik-genetableret-adgang', { titel: 'Ny titel' }],
  ['words on a task', 'klik-opgaver/rolle-4-telefonnumre', { 'hvad-i-skal-goere': 'Andre ord.' }],
  ['recipients', 'aftaler/ksd-databehandleraftale', { 'sendt-til': 'KSD systemansvarlige' }],
  ['another solution', 'opgaver/klik-genetableret-adgang', { loesning: 'sapa' }],
  [
    'a place in the yearly wheel',
    'k98-aarshjul/budget',
    { niveau: 'Bestyrelse', 'fra-maaned': '9', 'til-maaned': '10' },
  ],
  ['spellings of a municipality', 'kommuner/0461', { 'andre-stavemaader': 'Odense By' }],
  ['another spelling of a solution', 'loesninger/kp', { 'andre-stavemaader': 'KP\nPension' }],
  ['the day of the meeting', 'moeder/2025-11', { dato: '25.11.2025', 'datoen-er': 'given' }],
  ['a withdrawn ask', 'opgaver/klik-genetableret-adgang/udgaar', { 'gaelder-fra': '01.12.2025' }],
  ['a double', 'aftaler/sapa-databehandleraftale/saml', { som: 'dublet', anden: 'agreement/sapa-bilag-a' }],
  [
    'members of a group',
    'kommunegrupper/eg/medlemmer',
    { medlem: ['0461'], kendt: 'ja', 'gaelder-fra': '01.12.2025' },
  ],
  [
    'a settled remark',
    'bemaerkninger/2025-11-recipients-swapped-ksd-databehandleraftale',
    { afklaring: 'Byttet om.' },
  ],
])('%s is no difference', async (_name, path, fields) => {
  const portal = await buildTestApp({ today: '2025-12-01' });
  const seeds = loadSeeds();
  expect(proposeSeeds(portal.db, seeds)).toEqual([]);
  await save(portal, path, fields);
  expect(proposeSeeds(portal.db, seeds)).toEqual([]);
});

test('a later deck that says something new is proposed, and marked as one that would undo a person', async () => {
  const portal = await buildTestApp({ today: '2025-12-01' });
  await save(portal, 'klik-opgaver/rolle-4-telefonnumre', { frist: '16.01.2026' });
  const [meeting] = loadSeeds().meetings;
  if (!meeting) throw new Error('no seeds');
  const { snapshot, review } = meeting;
  const day = {
    raw: '30.01.2026',
    from: '2026-01-30',
    to: '2026-01-30',
    precision: 'day' as const,
    yearInferred: false,
  };
  const tasks = snapshot.klik_tasks.map((task) =>
    task.title.startsWith('(Rolle 4)') ? { ...task, end: day } : task,
  );
  const differences = proposeSnapshot(portal.db, { ...snapshot, klik_tasks: tasks }, review.meeting_day.day, {
    ...NO_HINTS,
    slugs: review.slugs,
    aliases: review.aliases,
  });
  expect(
    differences.map(({ draft, fields }) => [draft.id, fields[0]?.field, fields[0]?.changedByHand]),
  ).toEqual([['rolle-4-telefonnumre', 'end', true]]);
  expect(findRow(portal.db, 'task', 'rolle-4-telefonnumre')?.end).toMatchObject({ from: '2026-01-16' });
});
