/** An OpenID provider that says whatever a test wants it to say. */

import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { CLIENT } from './real-provider.ts';

export interface Lie {
  /** Over the true claims of the ID token; undefined leaves one out. */
  claims?: Record<string, unknown>;
  alg?: 'none' | 'HS256';
  /** Signs with a key that the provider does not publish. */
  foreignKey?: true;
  /** The provider has taken a new key since, and publishes that alone. */
  newKey?: true;
  withoutIdToken?: true;
  tokenStatus?: number;
  tokenError?: string;
  metadata?: Record<string, unknown>;
  /** Answers nothing, to nobody. */
  silent?: true;
  userinfo?: Record<string, unknown>;
}

export interface LyingProvider {
  issuer: string;
  lie: Lie;
  /** Of the sign-in that is under way. */
  nonce: string;
  /** How often the token endpoint was asked. */
  asked: number;
  /** A second as the portal's clock has it. */
  now: () => number;
}

const keys = ['old', 'new', 'foreign'].map((kid) => ({
  kid,
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }),
}));

export async function startLyingProvider(): Promise<LyingProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: LyingProvider = {
    issuer,
    lie: {},
    nonce: '',
    asked: 0,
    now: () => Math.floor(Date.now() / 1000),
  };
  server.on('request', (request, response) => {
    request.resume();
    if (provider.lie.silent) return;
    answer(provider, request.url?.split('?')[0] ?? '/', response);
  });
  return provider;
}

function answer(provider: LyingProvider, path: string, response: ServerResponse): void {
  const { issuer, lie } = provider;
  const send = (body: unknown, status = 200) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  if (path === '/.well-known/openid-configuration')
    return void send({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      ...(lie.userinfo ? { userinfo_endpoint: `${issuer}/me` } : {}),
      ...lie.metadata,
    });
  if (path === '/jwks') {
    const { kid, publicKey } = keyOf(lie.newKey ? 'new' : 'old');
    return void send({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' }] });
  }
  if (path === '/me') return void send(lie.userinfo);
  if (path !== '/token') return void send({}, 404);
  provider.asked += 1;
  if (lie.tokenError) return void send({ error: lie.tokenError, error_description: '<b>Pas på</b>' }, 400);
  if (lie.tokenStatus) return void send({}, lie.tokenStatus);
  const idToken = lie.withoutIdToken ? {} : { id_token: idTokenOf(provider) };
  send({ access_token: 'access', token_type: 'Bearer', expires_in: 60, ...idToken });
}

function idTokenOf({ issuer, nonce, lie, now }: LyingProvider): string {
  const claims = {
    iss: issuer,
    sub: 'person-1',
    aud: CLIENT.id,
    iat: now(),
    exp: now() + 300,
    nonce,
    name: 'Pia Programleder',
    email: 'pia@odense.test',
    roles: ['PL'],
    cvr: '35209115',
    ...lie.claims,
  };
  const { kid, privateKey, publicKey } = keyOf(lie.foreignKey ? 'foreign' : lie.newKey ? 'new' : 'old');
  const header = { alg: lie.alg ?? 'RS256', typ: 'JWT', kid: lie.foreignKey ? 'old' : kid };
  const content = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const pem = publicKey.export({ format: 'pem', type: 'spki' });
  const signature =
    lie.alg === 'none'
      ? ''
      : lie.alg === 'HS256'
        ? createHmac('sha256', pem).update(content).digest('base64url')
        : sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url');
  return `${content}.${signature}`;
}

function keyOf(kid: string) {
  const found = keys.find((one) => one.kid === kid);
  if (!found) throw new Error(`There is no key ${kid}`);
  return found;
}
