import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadGlossary } from '#src/core/glossary/glossary.ts';
import { remarksOn } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { openMigrated } from '#src/db/migrate.ts';
import { reviewSchema } from '#src/overviews/material-import/review.ts';
import { acceptSeeds, loadSeeds, proposeSeeds } from '#src/overviews/material-import/seeds.ts';
import { copiedRuns, readMaterialFile } from '#test/support/material.ts';
import { seededDatabase, temporaryFolder } from '#test/support/seeded-database.ts';

const review = reviewSchema.parse(
  JSON.parse(readFileSync(new URL('../../seeds/meetings/2025-11.review.json', import.meta.url), 'utf8')),
);

describe("the editor's part of November 2025", () => {
  test('every wished address belongs to something the material told of', () => {
    const db = seededDatabase();
    const unused = Object.entries(review.slugs).flatMap(([entity, slugs]) =>
      Object.values(slugs).filter((id) => !stands(db, entity, id)),
    );
    expect(unused).toEqual([]);
  });

  test('tasks and agreements have addresses that can be read aloud', () => {
    const db = seededDatabase();
    const ids = db.$client.prepare('select id from task union all select id from agreement').pluck().all();
    expect(ids.filter((id) => String(id).length > 40)).toEqual([]);
  });

  test.each(['task', 'task_note'])('every %s is told in the words of the portal', (entity) => {
    const wordless = seededDatabase()
      .$client.prepare(`select id from "${entity}" where coalesce(wording, '') = ''`)
      .pluck()
      .all();
    expect(wordless).toEqual([]);
  });

  test('every ask without a KLIK task has a title and a wording', () => {
    const wordless = seededDatabase()
      .$client.prepare("select id from request where coalesce(title, '') = '' or coalesce(wording, '') = ''")
      .pluck()
      .all();
    expect(wordless).toEqual([]);
  });

  test('both sides of one ask in two rows stand', () => {
    const db = seededDatabase();
    const keys = review.same_asks.flatMap((one) => [one.shown, one.folded]);
    expect(keys).toContain('agreement/flis-databehandleraftale');
    for (const key of keys) {
      const [entity = '', id = ''] = key.split('/');
      expect(stands(db, entity, id), key).toBe(true);
    }
  });

  test('a question about a record stands at that record', () => {
    const db = seededDatabase();
    const lost = review.open_questions.flatMap(({ id, about }) => {
      const [entity = '', objectId = ''] = about?.split('/') ?? [];
      return about && remarksOn(db, entity, objectId).every((one) => !one.id.endsWith(id)) ? [id] : [];
    });
    const nowhere = review.open_questions.flatMap(({ id, about }) => {
      const [entity = '', objectId = ''] = about?.split('/') ?? [];
      return about && !stands(db, entity, objectId) ? [id] : [];
    });
    expect([...lost, ...nowhere]).toEqual([]);
  });

  test('no record is edited twice in the same field', () => {
    const fields = review.edits.flatMap((edit) =>
      Object.keys(edit.set).map((field) => `${edit.entity}/${edit.id}/${field}`),
    );
    expect(fields.filter((field, index) => fields.indexOf(field) !== index)).toEqual([]);
  });

  test.skipIf(!readMaterialFile('2025-11-text-layer.txt'))('no wording is copied from the slides', () => {
    const ours = [
      ...review.edits.flatMap((edit) => [edit.set.title, edit.set.wording]),
      ...review.open_questions.map((question) => question.text),
      ...loadSeeds().solutions.map((solution) => solution.summary),
      ...loadGlossary().entries.map((entry) => entry.sentence),
    ].filter((text) => typeof text === 'string');
    expect(copiedRuns(ours)).toEqual([]);
  });
});

describe('how an editor’s part is taken in', () => {
  test('a meeting without a printed date gets the editor’s day, marked as inferred and with the reason', () => {
    const row = seededDatabase()
      .$client.prepare('select date, date_basis as basis, date_reason as reason from meeting')
      .get() as { date: string; basis: string; reason: string };
    expect(JSON.parse(row.date)).toMatchObject({ from: '2025-11-24', to: '2025-11-24', precision: 'day' });
    expect(row).toMatchObject({ basis: 'inferred', reason: review.meeting_day.reason });
  });

  test('the journal keeps who edited and why', () => {
    const entry = seededDatabase()
      .$client.prepare(
        `select b.actor, e.reason from entry e join batch b on b.id = e.batch_id
         where b.kind = 'review' and e.entity = 'meeting'
           and (e.field = 'nextMeetingOn' or json_extract(e.new_value, '$.nextMeetingOn') is not null)`,
      )
      .get();
    expect(entry).toEqual({
      actor: 'redaktionen',
      reason: review.edits.find((edit) => edit.entity === 'meeting')?.reason,
    });
  });

  test('another name of a solution is known to the decks that come later', () => {
    const aliases = seededDatabase()
      .$client.prepare("select aliases from solution where id = 'k-aftalen'")
      .pluck()
      .get();
    expect(JSON.parse(String(aliases))).toEqual(expect.arrayContaining(['K-aftalen', 'tre datastandarder']));
  });

  test('accepted once, the seeds propose nothing more', () => {
    expect(proposeSeeds(seededDatabase(), loadSeeds())).toEqual([]);
  });

  test('an edit of something the material does not tell stops the seeds and is named', () => {
    const seeds = loadSeeds();
    for (const meeting of seeds.meetings) {
      meeting.review.edits.push({
        entity: 'task',
        id: 'findes-ikke',
        about: 'Slide 4',
        set: { wording: 'x' },
      });
    }
    const db = openMigrated(`${temporaryFolder()}/portal.db`);
    expect(() => acceptSeeds(db, seeds, new Date())).toThrow('task/findes-ikke (Slide 4)');
    expect(db.$client.prepare('select count(*) from entry').pluck().get()).toBe(0);
    db.$client.close();
  });
});

function stands(db: Db, entity: string, id: string): boolean {
  return db.$client.prepare(`select 1 from "${entity}" where id = ?`).get(id) !== undefined;
}
