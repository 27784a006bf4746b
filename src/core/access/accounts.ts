/** Accounts as they stand. What is done to them is in `account-deeds.ts`. */
import type { Db } from '#src/db/client.ts';
import { eq, isNull, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { account, externalIdentity } from '#src/db/schema/accounts.ts';
import { NotFoundError } from '#src/shared/errors.ts';

export type Account = typeof account.$inferSelect;

const byEmail = prepared((db) =>
  db
    .select()
    .from(account)
    .where(eq(account.email, sql.placeholder('email')))
    .prepare(),
);
const byId = prepared((db) =>
  db
    .select()
    .from(account)
    .where(eq(account.id, sql.placeholder('id')))
    .prepare(),
);

/** Addresses are compared in lower case, without blanks around them. */
export function normalEmail(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase();
}

export function findAccountByEmail(db: Db, typed: string): Account | undefined {
  return byEmail(db).get({ email: normalEmail(typed) });
}

export function findAccount(db: Db, id: string): Account | undefined {
  return byId(db).get({ id });
}

/** By mail address. */
export function listAccounts(db: Db): Account[] {
  return db.select().from(account).orderBy(account.email).all();
}

/** @throws NotFoundError */
export function getAccount(db: Db, id: string): Account {
  const found = findAccount(db, id);
  if (!found) throw new NotFoundError('Brugeren');
  return found;
}

/** True when somebody can sign in and keep the others' accounts. */
export function hasAdmin(db: Db): boolean {
  return usableAdmins(db).length > 0;
}

/** True when nobody could keep the accounts without this one. */
export function isLastAdmin(db: Db, id: string): boolean {
  const isAdmin = findAccount(db, id)?.roles.includes('admin') ?? false;
  return isAdmin && usableAdmins(db).every((one) => one.id === id);
}

/** Whoever has an identity at the login solution and no password: their rights come from there at every sign-in. */
export function isKeptElsewhere(db: Db, { id, passwordHash }: Account): boolean {
  return passwordHash === null && hasIdentity(db, id);
}

/** An admin who was invited and has not chosen a password yet keeps nobody's account. */
function usableAdmins(db: Db): Account[] {
  return db
    .select()
    .from(account)
    .where(isNull(account.disabledAt))
    .all()
    .filter(
      ({ id, roles, passwordHash }) =>
        roles.includes('admin') && (passwordHash !== null || hasIdentity(db, id)),
    );
}

function hasIdentity(db: Db, accountId: string): boolean {
  const found = db
    .select({ subject: externalIdentity.subject })
    .from(externalIdentity)
    .where(eq(externalIdentity.accountId, accountId))
    .get();
  return found !== undefined;
}

/** Who did something, for people: the name now, `Portalen`, `Kommandolinjen (navn)`. Unknown ids stay as they are. */
export function actorName(db: Db, actor: string): string {
  if (actor === 'system') return 'Portalen';
  if (actor === 'anonym') return 'Ikke logget ind';
  if (actor.startsWith('cli:')) return `Kommandolinjen (${actor.slice(4)})`;
  return findAccount(db, actor)?.name ?? actor;
}
