/** Whatever a deck, an editor or a reader wrote is text on a page, never markup and never a script. */
import { describe, expect, test } from 'vitest';
import type { Db } from '#src/db/client.ts';
import { pageAddresses } from '#test/support/addresses.ts';
import { buildTestApp } from '#test/support/app.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

const MARKUP = `"><img src=zz onerror=alert(1)>'<script>canary()</script>`;
const RUN =
  /<img src=zz|<script>canary|\sonerror=alert\(1\)>|(?:href|src|action)="\s*(?:javascript|data|vbscript):/i;

describe('markup and addresses that run', () => {
  test('stand as text on every page when every text of the database holds them', {
    timeout: 60_000,
  }, async () => {
    const db = seededDatabase();
    const paths = [
      ...pageAddresses(db).map(({ path }) => path),
      '/soeg?q=canary',
      ...['tasks', 'agreements', 'deadlines', 'municipalities', 'meetings'].map((name) => `/api/v1/${name}`),
    ];
    expect(poison(db)).toBeGreaterThan(80);
    const { get } = await buildTestApp({ db });
    const faults: string[] = [];
    for (const path of paths) {
      const { status, text, headers } = await get(path);
      if (status >= 500) faults.push(`${path} answers ${status}`);
      if (headers['content-type'] !== 'application/json; charset=utf-8' && RUN.test(text))
        faults.push(`${path}: ${RUN.exec(text)?.[0]}`);
    }
    expect(faults).toEqual([]);
    expect((await get('/loesninger/sapa')).text).toContain('&lt;script&gt;canary()');
  });

  test.each(['/soeg?q=', '/frister?type=', '/kommuner?kkr=', '/moeder?stand=', '/?kommune=', '/'])(
    'are shown as text where the address holds them: %s',
    async (path) => {
      const { get } = await buildTestApp();
      const { status, text } = await get(path + encodeURIComponent(MARKUP), { cookie: `kommune=${MARKUP}` });
      expect(status).toBeLessThan(500);
      expect(text).not.toMatch(RUN);
    },
  );
});

/** Adds markup to every text of every row that its column lets through, and makes every link a script. */
function poison(db: Db): number {
  const { $client } = db;
  $client.pragma('foreign_keys = OFF');
  const columns = $client
    .prepare(
      `select t.name as "table", c.name as "column" from pragma_table_list t join pragma_table_info(t.name) c
       where t.schema = 'main' and t.strict and c.type = 'TEXT' and t.name not in ('entry', 'batch', 'proposal')
         and c.name not in ('id', 'slug', 'since', 'withdrawn_on', 'shown', 'folded') and c.name not like '%_id'`,
    )
    .all() as { table: string; column: string }[];
  let changed = 0;
  for (const { table, column } of columns) {
    const name = `"${table}"."${column}"`;
    const value = column.includes('url') ? `'javascript:alert(1)'` : `${name} || @markup`;
    // Dates and JSON keep their form: only the words of the source in a date are text.
    const update = $client.prepare(
      `update or ignore "${table}" set "${column}" = case
         when json_valid(${name}) and ${name} like '{"raw"%' then json_set(${name}, '$.raw', @markup)
         when json_valid(${name}) and ${name} like '["%' and typeof(json_extract(${name}, '$[0]')) = 'text'
           then json_set(${name}, '$[0]', @markup)
         when json_valid(${name}) or ${name} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]*' then ${name}
         else ${value} end`,
    );
    if (attempt(() => update.run({ markup: MARKUP }).changes) > 0) changed += 1;
  }
  return changed;
}

/** Columns that hold one of a few words refuse anything else, which is as it should be. */
function attempt(change: () => number): number {
  try {
    return change();
  } catch {
    return 0;
  }
}
