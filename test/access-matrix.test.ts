/** Who may use what: every route of the portal against every role, and the addresses that look like another one. */
import type { FastifyInstance } from 'fastify';
import { describe, expect, test } from 'vitest';
import type { AccessRule } from '#src/core/access/roles.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { type CastName, encode, tokenIn } from '#test/support/cast.ts';

type Visitor = CastName | 'stranger';

/** What each rule lets in, written down apart from the code that decides. */
const LETS_IN: Record<AccessRule, readonly Visitor[]> = {
  open: ['stranger', 'odense', 'owner', 'staff', 'admin'],
  read: ['stranger', 'odense', 'owner', 'staff', 'admin'],
  'signed-in': ['odense', 'owner', 'staff', 'admin'],
  municipality: ['odense', 'owner'],
  staff: ['staff', 'admin'],
  admin: ['admin'],
};
const ALL: readonly Visitor[] = LETS_IN.open;

interface Route {
  method: string;
  url: string;
  rule: AccessRule;
}

function routesOf(app: FastifyInstance): Route[] {
  return app.accessRules.filter(({ url }) => !url.includes('*'));
}

/** A value for each part of an address that is a parameter: something that is there, where the route has it. */
function addressOf(url: string): string {
  return url.replace(/:[\w]+(\([^)]*\))?/g, 'tre-datastandarder');
}

async function statusOf(
  { app }: TestApp,
  { method, url }: Route,
  cookies: Map<string, string>,
  token: string,
) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const sent = method === 'POST' ? { payload: encode({ _csrf: token }), headers } : { headers: { cookie } };
  const answer = await app.inject({ method: method as 'GET', url: addressOf(url), ...sent });
  return { status: answer.statusCode, location: String(answer.headers.location ?? '') };
}

/** Refused for who one is: to the sign-in, or told that one may not. */
function isRefused({ status, location }: { status: number; location: string }): boolean {
  return status === 401 || status === 403 || (status === 303 && location.startsWith('/log-ind?'));
}

test('every route lets in exactly those its rule names', { timeout: 120_000 }, async () => {
  const portal = await buildTestApp();
  const faults: string[] = [];
  for (const who of ALL) {
    const visitor = portal.as(who === 'stranger' ? undefined : who);
    const page = await visitor.get(who === 'stranger' ? '/log-ind' : '/');
    for (const route of routesOf(portal.app)) {
      if (route.url === '/log-ud') continue;
      const answer = await statusOf(portal, route, visitor.cookies, tokenIn(page.text));
      const isIn = LETS_IN[route.rule].includes(who);
      if (isRefused(answer) === isIn) faults.push(`${who} ${route.method} ${route.url}: ${answer.status}`);
      if (answer.status >= 500) faults.push(`${who} ${route.method} ${route.url}: ${answer.status}`);
    }
  }
  expect(faults).toEqual([]);
});

test('whoever is not let in gets nothing changed by it', async () => {
  const { app } = await buildTestApp();
  const writing = routesOf(app).filter(({ method }) => method !== 'GET' && method !== 'HEAD');
  expect(writing.filter(({ rule }) => rule === 'read').map(({ url }) => url)).toEqual([]);
});

test('the pages of the editors are for staff, of the accounts for admins', async () => {
  const { app } = await buildTestApp();
  const rules = new Map(routesOf(app).map(({ url, rule }) => [url, rule]));
  const editors = [...rules].filter(([url]) => url.startsWith('/redaktion'));
  expect(editors.filter(([, rule]) => rule !== 'staff' && rule !== 'admin')).toEqual(EXCEPTIONS);
});

/** Ending to see as a municipality is done while one is no editor. */
const EXCEPTIONS: [string, AccessRule][] = [['/redaktion/se-som/slut', 'signed-in']];

describe('an address that looks like another one opens nothing more', () => {
  const page = '/redaktion/underskrifter/tre-datastandarder/indsaet';
  test.each([
    `${page}/`,
    `/${page}`,
    page.replaceAll('/', '%2F').replace('%2F', '/'),
    page.toUpperCase(),
    `${page};x`,
    page.replace('/indsaet', '/./indsaet'),
    page.replace('/redaktion', '/x/../redaktion'),
    `${page}?stand=2025-11-20`,
  ])('%s', async (url) => {
    const portal = await buildTestApp();
    for (const who of [undefined, 'odense'] as const) {
      const visitor = portal.as(who);
      for (const method of ['GET', 'HEAD'] as const) {
        const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const answer = await portal.app.inject({ method, url, headers: { cookie } });
        expect([303, 403, 404]).toContain(answer.statusCode);
        expect(answer.body).not.toContain('name="tekst"');
      }
    }
  });
});

describe('READ_ACCESS=signed-in', () => {
  test('closes every page and the API to those who are not signed in, and nothing to those who are', async () => {
    const portal = await buildTestApp({ settings: { READ_ACCESS: 'signed-in' } });
    const readable = routesOf(portal.app).filter(({ rule, method }) => rule === 'read' && method === 'GET');
    expect(readable.length).toBeGreaterThan(20);
    const stranger = portal.as();
    for (const route of readable) {
      const answer = await statusOf(portal, route, stranger.cookies, '');
      expect([route.url, isRefused(answer)]).toEqual([route.url, true]);
    }
    expect((await portal.as('odense').get('/frister')).status).toBe(200);
    expect((await stranger.get('/log-ind')).status).toBe(200);
    expect((await stranger.get('/healthz')).status).toBe(200);
  });
});
