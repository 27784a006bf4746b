/** People, from the command line: also beside a running portal. */
import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { addAccount, disableAccount } from '#src/core/access/account-deeds.ts';
import { type Account, findAccountByEmail, listAccounts } from '#src/core/access/accounts.ts';
import { invitationPath } from '#src/core/access/one-time-links.ts';
import { hashPassword, whyNotPassword } from '#src/core/access/passwords.ts';
import { whyNotRights } from '#src/core/access/rights.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { findSolution } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { instantInSentence } from '#src/shared/instant.ts';
import { readMailAddress } from '#src/shared/mail-address.ts';
import { readPersonName } from '#src/shared/person-name.ts';
import { isRole, ROLES } from '#src/shared/role-names.ts';
import type { Command, Terminal } from './command.ts';
import { openNewest } from './open-database.ts';
import { operator } from './operator.ts';

type Deed = (db: Db, args: string[], terminal: Terminal) => number | Promise<number>;

const DEEDS: Readonly<Record<string, Deed>> = { add, list, invite, disable };

export const user: Command = {
  usage: 'user add|list|invite|disable',
  summary: 'opretter, viser, inviterer og lukker brugere, også mens portalen kører',
  help: [
    '  user add --email MAIL --name NAVN --role ROLLE [--municipality 0461] [--solution sapa] [--password-stdin]',
    `      ROLLE er ${ROLES.join(', ')}; --role og --solution kan gentages.`,
    '      Uden --password-stdin skrives en adresse, hvor personen selv vælger adgangskode (virker én gang).',
    '  user list            en linje for hver bruger: mail, navn, roller, kommune, status',
    '  user invite MAIL     skriver en ny adresse, hvor personen vælger adgangskode; den gamle virker ikke længere',
    '  user disable MAIL    lukker brugeren og logger personen ud med det samme',
  ].join('\n'),
  async run([word = '', ...args], terminal) {
    const deed = Object.hasOwn(DEEDS, word) ? DEEDS[word] : undefined;
    if (!deed) return wrongUsage(terminal);
    const db = openNewest(terminal.config);
    try {
      return await deed(db, args, terminal);
    } finally {
      db.$client.close();
    }
  },
};

const ADD_OPTIONS = {
  email: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string', multiple: true },
  municipality: { type: 'string' },
  solution: { type: 'string', multiple: true },
  'password-stdin': { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

async function add(db: Db, args: string[], terminal: Terminal): Promise<number> {
  const values = readAddOptions(args);
  const { email: typedEmail, name: typedName, role: roles = [], municipality, solution = [] } = values ?? {};
  if (!values || typedEmail === undefined || typedName === undefined || !roles.every(isRole))
    return wrongUsage(terminal);
  const person = { email: emailOf(typedEmail), name: nameOf(typedName) };
  const rights = { roles: [...new Set(roles)], municipalityId: municipality ?? null, solutionIds: solution };
  const wrong = whyNotRights(rights);
  if (wrong) throw new RefusedError(wrong.text);
  if (municipality !== undefined && !listMunicipalities(db).some(({ id }) => id === municipality))
    throw new RefusedError(`Ingen kommune har koden ${municipality}. Odense Kommune har koden 0461.`);
  const unknown = solution.find((id) => !findSolution(db, id));
  if (unknown !== undefined)
    throw new RefusedError(`Løsningen ${unknown} findes ikke. Brug navnet fra adressen /loesninger/…`);
  const isGiven = values['password-stdin'] === true;
  const passwordHash = isGiven ? await hashPassword(passwordFromInput(person)) : null;
  const doer = byOperator();
  const make = db.$client.transaction(() => {
    const wanted = { ...person, ...rights, passwordHash };
    const id = addAccount(db, doer, wanted, isGiven ? 'account-created' : 'account-invited');
    return isGiven ? null : invitationPath(db, id, doer.now);
  });
  const link = make.immediate();
  terminal.out(`${person.name} er oprettet og logger ind med ${person.email}.`);
  if (link) tellLink(terminal, link);
  return 0;
}

function readAddOptions(args: string[]) {
  try {
    return parseArgs({ args, options: ADD_OPTIONS }).values;
  } catch {
    return null;
  }
}

function list(db: Db, args: string[], terminal: Terminal): number {
  if (args.length > 0) return wrongUsage(terminal);
  for (const { email, name, roles, municipalityId, disabledAt, passwordHash } of listAccounts(db)) {
    const status = disabledAt !== null ? 'lukket' : passwordHash === null ? 'uden adgangskode' : 'aktiv';
    terminal.out([email, name, roles.join(','), municipalityId ?? '-', status].join('\t'));
  }
  return 0;
}

function invite(db: Db, [email, ...more]: string[], terminal: Terminal): number {
  if (!email || more.length > 0) return wrongUsage(terminal);
  const { id, name, disabledAt } = getByEmail(db, email);
  if (disabledAt !== null)
    throw new RefusedError(`${name} er lukket. En administrator kan åbne brugeren igen.`);
  const doer = byOperator();
  const make = db.$client.transaction(() => {
    const entry = { event: 'account-invited', reason: 'again', objectType: 'account', objectId: id } as const;
    logAccess(db, doer, entry, doer.now);
    return invitationPath(db, id, doer.now);
  });
  tellLink(terminal, make.immediate());
  return 0;
}

function disable(db: Db, [email, ...more]: string[], terminal: Terminal): number {
  if (!email || more.length > 0) return wrongUsage(terminal);
  const { id, name, disabledAt } = getByEmail(db, email);
  disableAccount(db, byOperator(), id);
  terminal.out(
    disabledAt === null ? `${name} er lukket og logget ud overalt.` : `${name} var allerede lukket.`,
  );
  return 0;
}

function getByEmail(db: Db, email: string): Account {
  const found = findAccountByEmail(db, email);
  if (!found) throw new RefusedError(`Ingen bruger har mailadressen ${email}. Se dem med: portal user list`);
  return found;
}

function tellLink({ config, out }: Terminal, { path, expiresAt }: { path: string; expiresAt: Date }): void {
  out(`Adressen virker én gang og til ${instantInSentence(expiresAt.toISOString())}:`);
  out(`${config.portalUrl}${path}`);
}

function emailOf(typed: string): string {
  const read = readMailAddress(typed);
  if ('fault' in read) throw new RefusedError(read.fault);
  return read.address;
}

function nameOf(typed: string): string {
  const read = readPersonName(typed);
  if ('fault' in read) throw new RefusedError(read.fault);
  return read.name;
}

/** All of standard input but the line end: a password never stands among the arguments, which other users can read. */
function passwordFromInput(person: { name: string; email: string }): string {
  const password = readFileSync(0, 'utf8').replace(/\r?\n$/, '');
  const wrong = whyNotPassword(password, person);
  if (wrong) throw new RefusedError(wrong);
  return password;
}

function byOperator(): Doer {
  return { ...operator(), now: new Date(), formKey: null };
}

function wrongUsage({ fail }: Terminal): number {
  for (const line of user.help.split('\n')) fail(line);
  return 2;
}
