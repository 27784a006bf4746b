import { beforeEach, describe, expect, test } from 'vitest';
import { hashPassword } from '#src/core/access/passwords.ts';
import { eq } from '#src/db/drizzle.ts';
import { accessLog } from '#src/db/schema/access-log.ts';
import { account, externalIdentity, session } from '#src/db/schema/accounts.ts';
import { buildTestApp, type TestApp } from '#test/support/app.ts';
import { addActor, CAST, type Visitor } from '#test/support/cast.ts';
import { type Lie, type LyingProvider, startLyingProvider } from '#test/support/lying-provider.ts';
import { CLIENT, type RealProvider, startProvider } from '#test/support/real-provider.ts';

const PORTAL = 'http://portal.test';
const HASH = await hashPassword('elefant giraf pingvin kaktus');
const ODENSE_CVR = '35209115';
const ASSENS_CVR = '29189692';

function settings(issuer: string, more: Record<string, string> = {}): Record<string, string> {
  return {
    PORTAL_URL: PORTAL,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_ROLE_MAP: 'PL=programme-leader, SY=system-owner, urn:kombit:redaktion=staff',
    ...more,
  };
}

const accounts = ({ db }: TestApp) => db.select().from(account).all();
const lastRefusal = ({ db }: TestApp) =>
  db.select().from(accessLog).where(eq(accessLog.outcome, 'refused')).all().at(-1);
const begin = async (visitor: Visitor, back = '/frister') =>
  new URL((await visitor.get(`/log-ind/ekstern?tilbage=${encodeURIComponent(back)}`)).location);

describe('at a real provider', () => {
  let portal: TestApp;
  let provider: RealProvider;

  beforeEach(async () => {
    provider = await startProvider(`${PORTAL}/log-ind/svar`);
    portal = await buildTestApp({ settings: settings(provider.issuer) });
    provider.people.set('pia', {
      name: 'Pia Programleder',
      email: 'pia@odense.test',
      roles: ['PL'],
      cvr: ODENSE_CVR,
    });
  });

  /** @returns the portal's answer to whoever comes back. */
  async function signIn(visitor: Visitor, subject = 'pia', back = '/frister') {
    const answer = await provider.signIn((await begin(visitor, back)).href, subject);
    return visitor.get(answer.pathname + answer.search);
  }

  test('the request holds state, nonce, PKCE by S256 and the exact address of the portal', async () => {
    const url = await begin(portal.as());
    const asked = Object.fromEntries(url.searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${PORTAL}/log-ind/svar`,
      client_id: CLIENT.id,
    });
    for (const secret of [asked.state, asked.nonce, asked.code_challenge])
      expect(secret?.length).toBeGreaterThan(40);
    expect((await begin(portal.as())).searchParams.get('state')).not.toBe(asked.state);
  });

  test('a person signs in with roles and municipality from the claims, and comes back to the page', async () => {
    const visitor = portal.as();
    const answer = await signIn(visitor, 'pia', '/aftaler?type=x');
    expect([answer.status, answer.location]).toEqual([303, '/aftaler?type=x']);
    const page = await visitor.get('/min-konto');
    expect(page.text).toContain('Pia Programleder');
    expect(page.text).toContain('Programleder, Odense Kommune');
    expect(portal.db.select().from(session).all()).toMatchObject([{ method: 'oidc' }]);
  });

  test('the same person is the same account every time', async () => {
    await signIn(portal.as());
    await signIn(portal.as());
    expect(accounts(portal)).toHaveLength(1);
    expect(portal.db.select().from(externalIdentity).all()).toMatchObject([
      { issuer: provider.issuer, subject: 'pia' },
    ]);
  });

  test('other claims are other rights at the next sign-in, and what was open ends', async () => {
    const before = portal.as();
    await signIn(before);
    provider.people.set('pia', { name: 'Pia Ny', email: 'pia@assens.test', roles: ['SY'], cvr: ASSENS_CVR });
    await signIn(portal.as());
    expect(accounts(portal)).toMatchObject([
      { name: 'Pia Ny', email: 'pia@assens.test', roles: ['system-owner'], municipalityId: '0420' },
    ]);
    expect((await before.get('/min-konto')).status).toBe(303);
  });

  test('whose roles are gone is refused, and what was open ends', async () => {
    const before = portal.as();
    await signIn(before);
    provider.people.set('pia', { name: 'Pia', email: 'pia@odense.test', roles: [], cvr: ODENSE_CVR });
    expect((await signIn(portal.as())).location).toBe('/log-ind?fejl=ingen-rolle');
    expect((await before.get('/min-konto')).status).toBe(303);
  });

  test('a code that comes a second time is refused', async () => {
    const visitor = portal.as();
    const answer = await provider.signIn((await begin(visitor)).href, 'pia');
    const cookie = visitor.cookies.get('ekstern') ?? '';
    expect((await visitor.get(answer.pathname + answer.search)).location).toBe('/frister');
    const thief = portal.as();
    thief.cookies.set('ekstern', cookie);
    expect((await thief.get(answer.pathname + answer.search)).location).toBe('/log-ind?fejl=ugyldigt');
    expect(thief.cookies.has('portal')).toBe(false);
  });

  test('an answer in another browser than the one that asked is refused', async () => {
    const answer = await provider.signIn((await begin(portal.as())).href, 'pia');
    const victim = portal.as();
    expect((await victim.get(answer.pathname + answer.search)).location).toBe('/log-ind?fejl=ugyldigt');
    await begin(victim);
    expect((await victim.get(answer.pathname + answer.search)).location).toBe('/log-ind?fejl=ugyldigt');
    expect(portal.db.select().from(session).all()).toEqual([]);
  });

  describe('a local account', () => {
    const address = { name: 'Anna Admin', email: CAST.admin.email, roles: ['PL'], cvr: ODENSE_CVR };

    test('is not taken over by the same mail address', async () => {
      addActor(portal.db, CAST.admin);
      provider.people.set('anna', address);
      const visitor = portal.as();
      expect((await signIn(visitor, 'anna')).location).toBe('/log-ind?fejl=mail-findes');
      expect((await visitor.get('/log-ind?fejl=mail-findes')).text).toContain(
        'allerede en bruger med jeres mailadresse',
      );
      expect(portal.db.select().from(externalIdentity).all()).toEqual([]);
    });

    test('is not taken over by a mail address that changes to it later', async () => {
      addActor(portal.db, CAST.admin);
      await signIn(portal.as());
      provider.people.set('pia', { ...address, name: 'Pia Programleder' });
      await signIn(portal.as());
      const emails = accounts(portal)
        .map(({ email }) => email)
        .sort();
      expect(emails).toEqual([CAST.admin.email, 'pia@odense.test']);
    });

    test('is linked by the person while signed in, keeps its roles, and is then open both ways', async () => {
      const visitor = portal.as('admin');
      portal.db.update(account).set({ passwordHash: HASH }).where(eq(account.id, CAST.admin.id)).run();
      provider.people.set('anna', address);
      const page = await visitor.post('/min-konto/login/tilknyt', {}, { from: '/min-konto' });
      const href =
        /<a class="button button-primary" href="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ??
        '';
      const answer = await provider.signIn(href, 'anna');
      expect((await visitor.get(answer.pathname + answer.search)).location).toBe(
        '/min-konto?udfoert=tilknyttet',
      );
      const other = portal.as();
      expect((await signIn(other, 'anna')).location).toBe('/frister');
      expect((await other.get('/min-konto')).text).toContain('Administrator');
      expect(accounts(portal)).toMatchObject([{ id: CAST.admin.id, roles: ['admin'], municipalityId: null }]);
      await visitor.post('/min-konto/login/fjern', {}, { from: '/min-konto' });
      expect((await signIn(portal.as(), 'anna')).location).toBe('/log-ind?fejl=mail-findes');
    });

    test('is not linked in a browser where somebody else has signed in meanwhile', async () => {
      const visitor = portal.as('admin');
      const page = await visitor.post('/min-konto/login/tilknyt', {}, { from: '/min-konto' });
      const href =
        /<a class="button button-primary" href="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ??
        '';
      const answer = await provider.signIn(href, 'pia');
      visitor.cookies.set('portal', portal.as('odense').cookies.get('portal') ?? '');
      expect((await visitor.get(answer.pathname + answer.search)).location).toBe('/min-konto?fejl=ugyldigt');
      expect(portal.db.select().from(externalIdentity).all()).toEqual([]);
    });
  });

  test('a closed account stays closed', async () => {
    await signIn(portal.as());
    portal.db.update(account).set({ disabledAt: new Date().toISOString() }).run();
    expect((await signIn(portal.as())).location).toBe('/log-ind?fejl=lukket');
    expect(portal.db.select().from(session).where(eq(session.method, 'oidc')).all().length).toBeLessThan(2);
  });

  test.each([
    ['no role that is mapped', { roles: ['noget-andet', 'admin', 'staff'] }, 'ingen-rolle'],
    ['an unknown municipality', { cvr: '12345678' }, 'kommune'],
    ['no municipality', { cvr: '' }, 'kommune'],
    ['a mail address that is not confirmed', { email_verified: false }, 'mail'],
    ['no mail address', { email: '' }, 'mail'],
    ['roles of KOMBIT and of a municipality', { roles: ['PL', 'urn:kombit:redaktion'] }, 'roller'],
  ])('claims with %s make no account', async (_name, claims, word) => {
    provider.people.set('ny', {
      name: 'Ny Person',
      email: 'ny@odense.test',
      roles: ['PL'],
      cvr: ODENSE_CVR,
      ...claims,
    });
    expect((await signIn(portal.as(), 'ny')).location).toBe(`/log-ind?fejl=${word}`);
    expect(accounts(portal)).toEqual([]);
    expect(lastRefusal(portal)).toMatchObject({ event: 'sign-in', reason: `oidc-${word}` });
  });
});

describe('at a provider that lies', () => {
  let portal: TestApp;
  let provider: LyingProvider;

  beforeEach(async () => {
    provider = await startLyingProvider();
    portal = await buildTestApp({ settings: settings(provider.issuer) });
  });

  async function comeBack(visitor: Visitor, parameters: Record<string, string> = {}) {
    const asked = (await begin(visitor)).searchParams;
    provider.nonce = asked.get('nonce') ?? '';
    const query = new URLSearchParams({ code: 'code', state: asked.get('state') ?? '', ...parameters });
    return visitor.get(`/log-ind/svar?${query}`);
  }

  test('which for once does not, a person signs in', async () => {
    expect((await comeBack(portal.as())).location).toBe('/frister');
    expect(accounts(portal)).toMatchObject([{ email: 'pia@odense.test', municipalityId: '0461' }]);
  });

  const past = Math.floor(Date.now() / 1000) - 3600;
  const lies: [string, Lie, Record<string, string>?][] = [
    ['a wrong nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another issuer', { claims: { iss: 'https://evil.test' } }],
    ['another audience', { claims: { aud: 'another-client' } }],
    ['several audiences without saying for whom', { claims: { aud: [CLIENT.id, 'other'], azp: 'other' } }],
    ['an expired token', { claims: { iat: past - 300, exp: past } }],
    ['a token that never expires', { claims: { exp: undefined } }],
    ['a token of tomorrow', { claims: { nbf: past + 90_000 } }],
    ['no subject', { claims: { sub: undefined } }],
    ['a subject that is no text', { claims: { sub: 42 } }],
    ['no signature (alg none)', { alg: 'none' }],
    ['a signature by the published key as a shared secret', { alg: 'HS256' }],
    ["a signature by somebody else's key", { foreignKey: true }],
    ['no ID token', { withoutIdToken: true }],
    ['an error at the token endpoint', { tokenError: 'invalid_grant' }],
    ['another person at userinfo', { userinfo: { sub: 'person-2', roles: ['urn:kombit:redaktion'] } }],
    ['another state', {}, { state: 'another' }],
    [
      'an error with markup',
      {},
      { error: '<script>alert(1)</script>', error_description: '<script>alert(2)</script>' },
    ],
    ['another issuer in the answer', {}, { iss: 'https://evil.test' }],
    ['metadata of another issuer', { metadata: { issuer: 'https://evil.test' } }],
  ];

  test.each(lies)(
    '%s signs nobody in, and the page says so in plain Danish',
    async (_name, lie, parameters) => {
      const visitor = portal.as();
      const isOfMetadata = lie.metadata !== undefined;
      if (isOfMetadata) provider.lie = lie;
      const answer = isOfMetadata
        ? await visitor.get('/log-ind/ekstern')
        : await (async () => {
            provider.lie = lie.userinfo ? lie : {};
            const asked = (await begin(visitor)).searchParams;
            provider.nonce = asked.get('nonce') ?? '';
            provider.lie = lie;
            const query = new URLSearchParams({
              code: 'code',
              state: asked.get('state') ?? '',
              ...parameters,
            });
            return visitor.get(`/log-ind/svar?${query}`);
          })();
      expect([answer.status, answer.location]).toEqual([
        303,
        expect.stringMatching(/^\/log-ind\?fejl=(ugyldigt|utilgaengelig)$/),
      ]);
      const page = await visitor.get(answer.location);
      expect(page.status).toBe(200);
      expect(page.text).toMatch(/kunne ikke bruges|svarer ikke/);
      expect(page.text).not.toContain('alert(');
      expect(visitor.cookies.has('portal')).toBe(false);
      expect(visitor.cookies.has('ekstern')).toBe(false);
      expect(accounts(portal)).toEqual([]);
      const entry = lastRefusal(portal);
      expect(entry?.reason).toMatch(/^oidc-/);
      expect(JSON.stringify(entry)).not.toContain('script');
    },
  );

  test('an answer that nobody asked for is refused before the provider is asked', async () => {
    expect((await portal.as().get('/log-ind/svar?code=x&state=y')).location).toBe('/log-ind?fejl=ugyldigt');
    expect(provider.asked).toBe(0);
  });

  test('a forged or old note of what was begun is refused', async () => {
    const visitor = portal.as();
    const asked = (await begin(visitor)).searchParams;
    const [content = '', signature = ''] = (visitor.cookies.get('ekstern') ?? '').split('.');
    const flow = JSON.parse(Buffer.from(content, 'base64url').toString());
    const forged = Buffer.from(JSON.stringify({ ...flow, back: '//evil.test' })).toString('base64url');
    visitor.cookies.set('ekstern', `${forged}.${signature}`);
    const answer = await visitor.get(`/log-ind/svar?code=x&state=${asked.get('state')}`);
    expect(answer.location).toBe('/log-ind?fejl=ugyldigt');
    expect(provider.asked).toBe(0);
  });

  test('somebody who breaks off reads that, not what the provider writes', async () => {
    const answer = await comeBack(portal.as(), {
      error: 'access_denied',
      error_description: 'Klik <a href="x">her</a>',
    });
    expect(answer.location).toBe('/log-ind?fejl=afbrudt');
  });

  test('a new key of the provider is known at once, without a new start', async () => {
    expect((await comeBack(portal.as())).location).toBe('/frister');
    provider.lie = { newKey: true };
    expect((await comeBack(portal.as())).location).toBe('/frister');
  });

  test.each([
    ['with an error', { tokenStatus: 503 }],
    ['with nonsense', { metadata: { token_endpoint: 'http://127.0.0.1:9/' } }],
  ])('a provider that answers %s is told as such, and people can sign in by password', async (_name, lie) => {
    const visitor = portal.as();
    provider.lie = lie;
    expect((await comeBack(visitor)).location).toBe('/log-ind?fejl=utilgaengelig');
    expect((await visitor.get('/log-ind?fejl=utilgaengelig')).text).toContain('log ind med adgangskode');
  });

  test('a provider that is silent holds up no page', async () => {
    provider.lie = { silent: true };
    const open = portal.as('odense');
    const waiting = portal.as().get('/log-ind/ekstern');
    expect((await open.get('/min-konto')).status).toBe(200);
    expect((await portal.get('/frister')).status).toBe(200);
    expect((await waiting).location).toBe('/log-ind?fejl=utilgaengelig');
  });

  test.each(['//evil.test', '/\\evil.test', 'https://evil.test', '/..//evil.test'])(
    'does not lead to %j',
    async (back) => {
      const visitor = portal.as();
      const asked = (await begin(visitor, back)).searchParams;
      provider.nonce = asked.get('nonce') ?? '';
      const { location } = await visitor.get(`/log-ind/svar?code=code&state=${asked.get('state')}`);
      expect(new URL(location, PORTAL).origin).toBe(PORTAL);
      expect(location).toMatch(/^\/(?!\/)/);
    },
  );

  test('a level of assurance below the one asked for is refused', async () => {
    const strict = await buildTestApp({
      settings: settings(provider.issuer, { OIDC_ACR: 'urn:substantial urn:high' }),
    });
    const tryWith = async (acr: string | undefined) => {
      const visitor = strict.as();
      const url = await begin(visitor);
      expect(url.searchParams.get('acr_values')).toBe('urn:substantial urn:high');
      provider.nonce = url.searchParams.get('nonce') ?? '';
      provider.lie = { claims: { acr } };
      return (await visitor.get(`/log-ind/svar?code=code&state=${url.searchParams.get('state')}`)).location;
    };
    expect(await tryWith('urn:low')).toBe('/log-ind?fejl=sikringsniveau');
    expect(await tryWith(undefined)).toBe('/log-ind?fejl=sikringsniveau');
    expect(await tryWith('urn:high')).toBe('/frister');
  });

  test('codes, states and secrets are in no log', async () => {
    const lines: string[] = [];
    const logged = await buildTestApp({
      settings: settings(provider.issuer, { LOG_LEVEL: 'debug' }),
      log: (line) => lines.push(line),
    });
    const visitor = logged.as();
    const asked = (await begin(visitor)).searchParams;
    const query = new URLSearchParams({ code: 'the-secret-code', state: asked.get('state') ?? '' });
    await visitor.get(`/log-ind/svar?${query}`);
    const told = lines.join('') + JSON.stringify(logged.db.select().from(accessLog).all());
    for (const secret of ['the-secret-code', asked.get('state'), asked.get('nonce'), CLIENT.secret])
      expect(told).not.toContain(secret);
  });
});

describe('while it is not set up', () => {
  test('there is one way of signing in, and no such address', async () => {
    const portal = await buildTestApp();
    expect((await portal.get('/log-ind')).text).not.toContain('login-løsning');
    expect((await portal.get('/log-ind/ekstern')).status).toBe(404);
    expect((await portal.get('/log-ind/svar')).status).toBe(404);
  });
});
