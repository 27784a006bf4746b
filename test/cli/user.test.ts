import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { user } from '#src/cli/user.ts';
import { readConfig } from '#src/config.ts';
import { isPassword } from '#src/core/access/passwords.ts';
import { openSession } from '#src/core/access/sessions.ts';
import type { Db } from '#src/db/client.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import { account, session } from '#src/db/schema/accounts.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { seededDatabase } from '#test/support/seeded-database.ts';

let db: Db;
let folder: string;

beforeEach(() => {
  // The portal has it open meanwhile.
  db = seededDatabase();
  folder = join(db.$client.name, '..');
});

/** As `portal user ...` runs it: what is refused is exit 1 with its sentence. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const heard = { out: '', err: '' };
  const terminal = {
    config: readConfig({ PORTAL_DATA: folder, PORTAL_URL: 'https://portal.test' }),
    out: (line: string) => {
      heard.out += `${line}\n`;
    },
    fail: (line: string) => {
      heard.err += `${line}\n`;
    },
  };
  try {
    return { code: await user.run(args, terminal), ...heard };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { code: 1, out: heard.out, err: error.message };
  }
}

const ODA = ['add', '--email', 'Oda@Odense.dk', '--name', 'Oda Odense'];
const rows = () => db.select().from(account).all();

describe('portal user add', () => {
  test('makes the account and prints an address where the person chooses a password', async () => {
    const { code, out } = await run(
      ...ODA,
      '--role',
      'programme-leader',
      '--role',
      'system-owner',
      '--municipality',
      '0461',
      '--solution',
      'sapa',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^https:\/\/portal\.test\/invitation\/[\w-]{43}$/m);
    expect(rows()).toMatchObject([
      {
        email: 'oda@odense.dk',
        roles: ['programme-leader', 'system-owner'],
        municipalityId: '0461',
        solutionIds: ['sapa'],
        passwordHash: null,
      },
    ]);
    const [entry] = db.select().from(accessLog).all();
    expect(entry?.event).toBe('account-invited');
    expect(entry?.actor).toMatch(/^cli:./);
  });

  test.each([
    [
      'a role of KOMBIT with a municipality',
      ['--role', 'staff', '--municipality', '0461'],
      'Kun programledere',
    ],
    ['a municipal role without one', ['--role', 'programme-leader'], 'Vælg den kommune'],
    ['an unknown municipality', ['--role', 'programme-leader', '--municipality', '0000'], 'koden 0000'],
    [
      'an unknown solution',
      ['--role', 'system-owner', '--municipality', '0461', '--solution', 'x'],
      'Løsningen x',
    ],
  ])('with %s is refused with 1 and a sentence', async (_name, args, text) => {
    const { code, err } = await run(...ODA, ...args);
    expect(code).toBe(1);
    expect(err).toContain(text);
    expect(rows()).toEqual([]);
  });

  test.each([
    [['add']],
    [[...ODA, '--role', 'king']],
    [[...ODA, '--rolle', 'staff']],
    [['remove', 'oda@odense.dk']],
    [[]],
  ])('used wrongly (%j) ends with 2 and the usage', async (args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toContain('user add --email');
  });

  test('a mail address that has an account is refused', async () => {
    await run(...ODA, '--role', 'staff');
    expect(await run(...ODA, '--role', 'staff')).toMatchObject({
      code: 1,
      err: expect.stringContaining('allerede'),
    });
  });

  test('takes the password from standard input, and none that is short', async () => {
    const add = (input: string, email: string) =>
      spawnSync(
        process.execPath,
        [
          'src/cli.ts',
          'user',
          'add',
          '--email',
          email,
          '--name',
          'Rita',
          '--role',
          'staff',
          '--password-stdin',
          '--data',
          folder,
        ],
        { input, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
      );
    const good = add('elefant giraf pingvin kaktus\n', 'rita@kombit.dk');
    expect([good.status, good.stdout]).toEqual([0, 'Rita er oprettet og logger ind med rita@kombit.dk.\n']);
    const [row] = rows();
    expect(await isPassword(row?.passwordHash ?? null, 'elefant giraf pingvin kaktus')).toBe(true);
    const short = add('kort\n', 'kort@kombit.dk');
    expect([short.status, short.stderr]).toEqual([1, expect.stringContaining('for kort')]);
    expect(rows()).toHaveLength(1);
  });
});

test('portal user list prints a line for each', async () => {
  await run(...ODA, '--role', 'staff');
  const { out } = await run('list');
  expect(out).toBe('oda@odense.dk\tOda Odense\tstaff\t-\tuden adgangskode\n');
});

test('portal user disable ends the sessions of a running portal at once', async () => {
  await run(...ODA, '--role', 'staff');
  const [row] = rows();
  openSession(db, { accountId: row?.id ?? '', method: 'password', device: 'Test' }, new Date());
  expect((await run('disable', 'ODA@odense.dk')).code).toBe(0);
  expect(db.select().from(session).all()).toEqual([]);
  expect(rows()[0]?.disabledAt).not.toBe(null);
  expect((await run('disable', 'ingen@odense.dk')).code).toBe(1);
});

test('portal user invite prints a new address; the old one is dead', async () => {
  const first = (await run(...ODA, '--role', 'staff')).out.split('/').at(-1);
  const second = (await run('invite', 'oda@odense.dk')).out.split('/').at(-1);
  expect(second).not.toBe(first);
  expect(db.$client.prepare('select count(*) from one_time_link').pluck().get()).toBe(1);
});
