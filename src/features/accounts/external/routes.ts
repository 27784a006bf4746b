import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OidcSettings } from '#src/config.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import { aloneFrame } from '#src/features/accounts/frame.ts';
import { enter } from '#src/features/accounts/sign-in.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { ownPath } from '#src/web/own-address.ts';
import { linkLogin, settleAccount } from './actions.ts';
import { FLOW_S, type Flow, openFlow, sealFlow } from './flow.ts';
import { beginAtProvider, finishAtProvider } from './provider.ts';
import { Refusal } from './refusal.ts';

export const EXTERNAL_PATH = '/log-ind/ekstern';
const ANSWER_PATH = '/log-ind/svar';
/** A town hall sits behind one address. */
const PER_MINUTE = { max: 120, timeWindow: 60_000 };

/** The second way of signing in. There are no such addresses while it is not set up. */
export function externalRoutes(app: FastifyInstance, ground: PortalGround): void {
  const { db, secret, config: settings } = ground;
  const { oidc, portalUrl } = settings;
  if (!oidc) return;
  const https = portalUrl.startsWith('https://');
  const cookie = https ? '__Host-ekstern' : 'ekstern';
  const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure: https } as const;
  const redirectUri = `${portalUrl}${ANSWER_PATH}`;

  /** @returns where the person goes on; the browser keeps what has to come back. */
  const begin = async (request: FastifyRequest, reply: FastifyReply, flow: Pick<Flow, 'back' | 'link'>) => {
    const { href, challenge } = await beginAtProvider(oidc, redirectUri);
    const sealed = sealFlow(secret, { ...flow, ...challenge }, request.now);
    reply.setCookie(cookie, sealed, { ...cookieOptions, maxAge: FLOW_S });
    return href;
  };

  const open = { access: 'open', rateLimit: PER_MINUTE } as const;
  app.get(EXTERNAL_PATH, { config: open }, (request, reply) =>
    orRefused(request, reply, null, async () => {
      const { tilbage } = request.query as Record<string, unknown>;
      const back = typeof tilbage === 'string' ? ownPath(tilbage) : '/';
      return reply
        .header('cache-control', 'no-store')
        .redirect(await begin(request, reply, { back, link: null }), 303);
    }),
  );

  // A page with a link, not a redirect: a form may lead to no other site (form-action 'self').
  const signedIn = { access: 'signed-in', rateLimit: PER_MINUTE } as const;
  app.post('/min-konto/login/tilknyt', { config: signedIn }, (request, reply) => {
    const { accountId = '', sessionRef = '' } = request.principal ?? {};
    const link = { accountId, sessionRef };
    return orRefused(request, reply, link, async () => {
      const loginHref = await begin(request, reply, { back: '/min-konto', link });
      return reply.page('accounts/link-login', { loginHref }, aloneFrame('Tilknyt login-løsningen'));
    });
  });

  app.get(ANSWER_PATH, { config: open }, (request, reply) => {
    const flow = openFlow(secret, request.cookies[cookie], request.now);
    reply.clearCookie(cookie, cookieOptions);
    return orRefused(request, reply, flow?.link ?? null, async () => {
      if (!flow) throw new Refusal('ugyldigt', 'no-flow');
      return finish(request, reply, oidc, flow);
    });
  });

  async function finish(request: FastifyRequest, reply: FastifyReply, provider: OidcSettings, flow: Flow) {
    const { link } = flow;
    // Whoever began to link an account is still the one at this browser.
    if (link && request.principal?.sessionRef !== link.sessionRef)
      throw new Refusal('ugyldigt', 'other-session');
    const answer = new URL(`${redirectUri}?${request.url.split('?')[1] ?? ''}`);
    const claims = await finishAtProvider(provider, answer, flow);
    if (link) {
      linkLogin(db, request.doer(), provider, claims, link.accountId);
      return reply.redirect('/min-konto?udfoert=tilknyttet', 303);
    }
    enter(request, reply, db, settleAccount(db, request.doer(), provider, claims), 'oidc');
    return reply.redirect(flow.back, 303);
  }

  /** What goes wrong is told on the portal's own page, in its own words; the answer's address is left behind. */
  async function orRefused(
    request: FastifyRequest,
    reply: FastifyReply,
    link: Flow['link'],
    work: () => Promise<FastifyReply>,
  ): Promise<FastifyReply> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const about = link ? { objectType: 'account', objectId: link.accountId } : {};
      const entry = { event: 'sign-in', outcome: 'refused', reason: `oidc-${error.word}`, ...about } as const;
      logAccess(db, request.doer(), { ...entry, detail: { code: error.code } }, request.now);
      const isSignedIn = request.principal !== null;
      return reply.redirect(`${isSignedIn ? '/min-konto' : '/log-ind'}?fejl=${error.word}`, 303);
    }
  }
}
