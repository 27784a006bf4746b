/**
 * The standing cast: who signs in in the tests. Two municipalities, a person of KOMBIT, an admin; the stranger is
 * whoever is not signed in.
 */
import type { FastifyInstance } from 'fastify';
import type { Role } from '#src/core/access/roles.ts';
import { openSession } from '#src/core/access/sessions.ts';
import type { Db } from '#src/db/client.ts';
import { account } from '#src/db/schema/accounts.ts';

export interface Actor {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  municipalityId: string | null;
  solutionIds?: string[];
}

export const CAST = {
  odense: person('Oda Odense', 'oda@odense.test', ['programme-leader'], '0461'),
  assens: person('Asta Assens', 'asta@assens.test', ['programme-leader'], '0420'),
  owner: { ...person('Sune System', 'sune@odense.test', ['system-owner'], '0461'), solutionIds: ['sapa'] },
  staff: person('Rita Redaktør', 'rita@kombit.test', ['staff'], null),
  staff2: person('Ruben Redaktør', 'ruben@kombit.test', ['staff'], null),
  admin: person('Anna Admin', 'anna@kombit.test', ['admin'], null),
} satisfies Record<string, Actor>;
export type CastName = keyof typeof CAST;

function person(name: string, email: string, roles: Role[], municipalityId: string | null): Actor {
  return { id: `test-${email.split('@')[0]}`, name, email, roles, municipalityId };
}

/** Writes somebody of the cast into the database, unless they are there. Without a password. */
export function addActor(db: Db, actor: Actor): void {
  const { id, name, email, roles, municipalityId, solutionIds = [] } = actor;
  const createdAt = '2025-11-01T08:00:00.000Z';
  db.insert(account)
    .values({
      id,
      name,
      email,
      roles,
      municipalityId,
      solutionIds,
      passwordHash: null,
      createdAt,
      version: 1,
    })
    .onConflictDoNothing()
    .run();
}

export interface Answer {
  status: number;
  text: string;
  headers: Record<string, unknown>;
  location: string;
}

/** Somebody's browser: keeps cookies, takes the token of the form from the page it stands on, and follows nothing. */
export interface Visitor {
  get: (url: string) => Promise<Answer>;
  /** Sends a form with the token of `from` (the page it stands on; the address itself when absent). */
  post: (url: string, fields?: Fields, options?: { from?: string; token?: string }) => Promise<Answer>;
  cookies: Map<string, string>;
}

export type Fields = Record<string, string | readonly string[]>;

/** A browser without an account, or one where somebody of the cast has signed in. */
export function visit(app: FastifyInstance, db: Db, who?: CastName, now = new Date()): Visitor {
  const cookies = new Map<string, string>();
  if (who) {
    addActor(db, CAST[who]);
    const { id } = openSession(db, { accountId: CAST[who].id, method: 'password', device: 'Test' }, now);
    cookies.set('portal', id);
  }
  const send = async (method: 'GET' | 'POST', url: string, payload?: string): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const type = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const headers = { ...(cookie ? { cookie } : {}), ...type };
    const response = await app.inject({
      method,
      url,
      headers,
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const location = String(response.headers.location ?? '');
    return { status: response.statusCode, text: response.body, headers: response.headers, location };
  };
  return {
    cookies,
    get: (url) => send('GET', url),
    async post(url, fields = {}, { from = url, token } = {}) {
      const _csrf = token ?? tokenIn((await send('GET', from)).text);
      return send('POST', url, encode({ _noegle: crypto.randomUUID(), ...fields, _csrf }));
    },
  };
}

/** The token of the first form on a page. */
export function tokenIn(html: string): string {
  return /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

export function encode(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
