/** Accounts as they stand. Deeds on them are in `src/features/accounts/actions.ts`, each with its entry in the access log. */
import type { Db } from '#src/db/client.ts';
import { eq, sql } from '#src/db/drizzle.ts';
import { prepared } from '#src/db/prepared.ts';
import { account } from '#src/db/schema/accounts.ts';

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

/** True when somebody can sign in and keep the others' accounts. */
export function hasAdmin(db: Db): boolean {
  return db
    .select()
    .from(account)
    .all()
    .some((row) => row.roles.includes('admin') && row.disabledAt === null);
}

/** Who did something, for people: the name now, `Portalen`, `Kommandolinjen (navn)`. Unknown ids stay as they are. */
export function actorName(db: Db, actor: string): string {
  if (actor === 'system') return 'Portalen';
  if (actor === 'anonym') return 'Ikke logget ind';
  if (actor.startsWith('cli:')) return `Kommandolinjen (${actor.slice(4)})`;
  return findAccount(db, actor)?.name ?? actor;
}
