/**
 * The identity provider (OpenID Connect, authorization code with PKCE). Asked anew for each sign-in: people sign in
 * seldom, and so a key that was changed or an address that was moved is known at once. Nothing is asked at start.
 */
import type { Configuration } from 'openid-client';
import type { OidcSettings } from '#src/config.ts';
import { Refusal } from './refusal.ts';

/** What is kept in the browser between the two halves of a sign-in. */
export interface Challenge {
  state: string;
  nonce: string;
  verifier: string;
}

export type Claims = Record<string, unknown> & { iss: string; sub: string };

const ANSWER_WITHIN_S = 5;
const CLOCKS_DIFFER_S = 30;

/** @returns where the person goes, and what has to come back. @throws Refusal when the provider does not answer */
export async function beginAtProvider(
  settings: OidcSettings,
  redirectUri: string,
): Promise<{ href: string; challenge: Challenge }> {
  const oidc = await load();
  const provider = await discover(settings);
  const challenge = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: redirectUri,
    scope: settings.scope,
    state: challenge.state,
    nonce: challenge.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(challenge.verifier),
    code_challenge_method: 'S256',
    ...(settings.acr.length > 0 ? { acr_values: settings.acr.join(' ') } : {}),
  });
  return { href: url.href, challenge };
}

/**
 * Exchanges the code and checks everything that came with it: state, nonce, issuer, audience, times, signature.
 * @param answer the address that the provider sent the browser to
 * @throws Refusal with its reason
 */
export async function finishAtProvider(
  settings: OidcSettings,
  answer: URL,
  { state, nonce, verifier }: Challenge,
): Promise<Claims> {
  const oidc = await load();
  const provider = await discover(settings);
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Refusal('ugyldigt', 'no-id-token');
    const hasMore = provider.serverMetadata().userinfo_endpoint !== undefined;
    const more = hasMore ? await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub) : {};
    return { ...more, ...claims };
  } catch (error) {
    throw refusalOf(error);
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const oidc = await load();
  const isHere = issuer.startsWith('http:');
  try {
    const provider = await oidc.discovery(
      new URL(issuer),
      clientId,
      { client_secret: clientSecret, [oidc.clockTolerance]: CLOCKS_DIFFER_S },
      undefined,
      { timeout: ANSWER_WITHIN_S, execute: isHere ? [oidc.allowInsecureRequests] : [] },
    );
    // Without this the library trusts the connection and never looks at the signature.
    oidc.enableNonRepudiationChecks(provider);
    return provider;
  } catch (error) {
    throw new Refusal('utilgaengelig', codeOf(error));
  }
}

/** Loaded with the first sign-in: most starts see none. */
function load(): Promise<typeof import('openid-client')> {
  return import('openid-client');
}

interface ProviderError {
  name?: string;
  code?: unknown;
  error?: unknown;
  cause?: unknown;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const code = codeOf(error);
  if (code === 'access_denied') return new Refusal('afbrudt', code);
  const { name, cause } = error as ProviderError;
  const isDown =
    name === 'TimeoutError' || name === 'AbortError' || (cause instanceof Response && cause.status >= 500);
  // What `fetch` throws where nobody answers; the library's own have a code.
  const hasNoAnswer = error instanceof TypeError && code === 'TypeError';
  return new Refusal(isDown || hasNoAnswer ? 'utilgaengelig' : 'ugyldigt', code);
}

/** For the log: a word of the library's or of the standard, never a sentence from outside. */
function codeOf(error: unknown): string {
  const { name, code, error: told } = error as ProviderError;
  const words = [told, code, name].filter((word) => typeof word === 'string');
  return words.find((word) => /^[\w-]{1,60}$/.test(word)) ?? 'ukendt';
}
