/** A real OpenID provider on loopback, with people who sign in at it as in a browser. */

import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Configuration } from 'oidc-provider';
import { onTestFinished } from 'vitest';

export interface Person {
  name?: string;
  email?: string;
  email_verified?: boolean;
  roles?: string[] | string;
  cvr?: string;
}

export const CLIENT = { id: 'programlederportalen', secret: 'a-secret-of-more-than-thirty-two-signs' };

export interface RealProvider {
  issuer: string;
  /** What the provider tells of a person, by subject; may change between two sign-ins. */
  people: Map<string, Person>;
  /** Signs in and agrees. @returns the address that the browser is sent back to */
  signIn: (authorizationUrl: string, subject: string) => Promise<URL>;
}

export async function startProvider(redirectUri: string): Promise<RealProvider> {
  const people = new Map<string, Person>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, configuration(redirectUri, people));
  server.on('request', provider.callback());
  return { issuer, people, signIn: (url, subject) => signIn(url, subject, issuer) };
}

function configuration(redirectUri: string, people: Map<string, Person>): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'key', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['only-for-tests'] },
    claims: { openid: ['sub', 'roles', 'cvr'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...people.get(sub) }),
    }),
  };
}

/** Follows the provider's pages and fills in its forms until it leads away. */
async function signIn(url: string, subject: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next: { url: string; form?: URLSearchParams } = { url };
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form ? { method: 'POST', body: next.form } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) {
      const target = new URL(location, next.url);
      if (target.origin !== issuer) return target;
      next = { url: target.href };
      continue;
    }
    const html = await response.text();
    const action = /action="([^"]+)"/.exec(html)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(html)?.[1];
    if (!action || !prompt)
      throw new Error(`The provider shows no form: ${response.status} ${html.slice(0, 300)}`);
    const form = new URLSearchParams({
      prompt,
      ...(prompt === 'login' ? { login: subject, password: 'x' } : {}),
    });
    next = { url: new URL(action, next.url).href, form };
  }
  throw new Error('The provider leads nowhere');
}
