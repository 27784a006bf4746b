/** Files that cannot be read, on the two ways in: each ends in a sentence for a clerk, and nothing else happens. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importMaterial } from '#src/cli/import.ts';
import { readConfig } from '#src/config.ts';
import { buildTestApp } from '#test/support/app.ts';
import { startCanary } from '#test/support/canary.ts';
import { refusedFiles } from '#test/support/hostile/refused-files.ts';
import { send, whenRead } from '#test/support/material-sender.ts';
import { temporaryFolder } from '#test/support/seeded-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'refused-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One short text that says which file, what is wrong and what to do, without a word of our trade. */
const FOR_A_CLERK = /^(?:Filen )?[a-z]\.(?:pptx|pdf|txt) [^{}<>]{20,200}\.$/;
/** The reader reads two at a time and lets twenty wait. */
const AT_ONCE = 12;

describe('by portal import', { timeout: 120_000 }, () => {
  test('each is refused with its sentence and exit 1, and nobody is asked', async () => {
    const canary = await startCanary();
    const wrong: string[] = [];
    for (const { what, name, bytes, told } of refusedFiles(canary.origin)) {
      const path = join(folder, name);
      writeFileSync(path, bytes);
      const said = { out: '', err: '' };
      const out = (line: string): void => {
        said.out += line;
      };
      const fail = (line: string): void => {
        said.err += line;
      };
      const code = await importMaterial.run([path, '--json'], {
        config: readConfig({}),
        out,
        fail,
      });
      const isWell = code === 1 && said.out === '' && told.test(said.err) && FOR_A_CLERK.test(said.err);
      if (!isWell) wrong.push(`${what}: ${code} ${said.err}${said.out.slice(0, 100)}`);
    }
    expect(wrong).toEqual([]);
    expect(canary.visits()).toBe(0);
  });
});

describe('by upload', { timeout: 240_000 }, () => {
  test('each is told on its page, nothing of it enters the portal, and nobody is asked', async () => {
    const data = temporaryFolder();
    const canary = await startCanary();
    const portal = await buildTestApp({ today: '2025-12-16', settings: { PORTAL_DATA: data } });
    const entries = () => portal.db.$client.prepare('select count(*) from entry').pluck().get();
    const before = entries();
    const visitor = portal.as('staff');
    const wrong: string[] = [];
    const files = refusedFiles(canary.origin);
    for (let first = 0; first < files.length; first += AT_ONCE) {
      const sent = [];
      for (const { what, name, bytes, told } of files.slice(first, first + AT_ONCE)) {
        const { status, text, location } = await send(portal, visitor, { name, content: bytes });
        if (status !== 303) sent.push({ what, told, page: text });
        else sent.push({ what, told, page: '', location });
      }
      for (const { what, told, page, location } of sent) {
        const text = wordsOf(location ? await whenRead(visitor, location) : page);
        if (!text.some((words) => told.test(words))) wrong.push(`${what}: ${text.join(' | ').slice(0, 300)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(entries()).toBe(before);
    expect(canary.visits()).toBe(0);
    const kept = readdirSync(join(data, 'uploads'));
    expect(kept.filter((name) => !/^[0-9a-f-]{36}$/.test(name))).toEqual([]);
    expect(statSync(join(data, 'uploads', kept[0] ?? '')).mode & 0o777).toBe(0o600);
  });
});

/** What stands between two marks of a page. */
function wordsOf(html: string): string[] {
  return html
    .split(/<[^>]*>/)
    .map((words) => words.replaceAll('&#39;', "'").trim())
    .filter((words) => words !== '');
}
