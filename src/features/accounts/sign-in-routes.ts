import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '#src/core/access/roles.ts';
import { endSession, findPrincipal } from '#src/core/access/sessions.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import { diskTrouble } from '#src/db/disk-trouble.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import { openKeptForm } from '#src/web/kept-form.ts';
import { ownPath } from '#src/web/own-address.ts';
import { deviceOf } from './device.ts';
import { refusalText } from './external/refusal.ts';
import { EXTERNAL_PATH } from './external/routes.ts';
import { signInForm } from './forms.ts';
import { aloneFrame } from './frame.ts';
import { signInByPassword } from './sign-in.ts';

const SIGN_IN_PER_MINUTE = { max: 30, timeWindow: 60_000 };
/** A form that was kept comes with the sign-in. */
const WITH_KEPT_FORM = 256 * 1024;

const WRONG = 'Mail eller adgangskode er forkert. Prøv igen, eller vælg Glemt adgangskode.';
const LIMITED = 'Der er prøvet for mange gange. Vent et kvarter, eller vælg Glemt adgangskode.';

export function signInRoutes(app: FastifyInstance, { db, secret, config }: PortalGround): void {
  const showSignIn = (reply: FastifyReply, shown: ShownSignIn) =>
    showSignInPage(reply, shown, {
      hasLogin: config.oidc !== undefined,
      readersSignIn: config.readersSignIn,
    });

  app.get('/log-ind', { config: { access: 'open' } }, (request, reply) => {
    const { tilbage } = request.query as Record<string, unknown>;
    const back = typeof tilbage === 'string' ? ownPath(tilbage) : '/';
    if (request.principal) return reply.redirect(back, 303);
    const text = refusalText(request.query);
    return showSignIn(reply, text === undefined ? { back } : { back, text });
  });

  app.post(
    '/log-ind',
    { bodyLimit: WITH_KEPT_FORM, config: { access: 'open', rateLimit: SIGN_IN_PER_MINUTE } },
    async (request, reply) => {
      const form = readForm(signInForm, request.body);
      if (!form.isValid) return showSignIn(reply.code(422), { back: '/', text: WRONG });
      const { mail, adgangskode, tilbage: back, gemt: kept } = form.values;
      const device = deviceOf(request.headers['user-agent']);
      const answer = await signInByPassword(db, request.doer(), {
        email: mail,
        password: adgangskode,
        device,
      });
      if (answer.outcome !== 'in') {
        const [status, text] = answer.outcome === 'wrong' ? [422, WRONG] : [429, LIMITED];
        return showSignIn(reply.code(status), { back, kept, email: mail, text });
      }
      if (request.principal) endSession(db, request.principal.sessionRef);
      reply.setSession(answer.sessionId);
      if (!kept) return reply.redirect(back, 303);
      request.principal = findPrincipal(db, answer.sessionId, request.now);
      return showKept(request, reply, secret);
    },
  );

  app.post(
    '/log-ind/send-igen',
    { bodyLimit: WITH_KEPT_FORM, config: { access: 'open' } },
    async (request, reply) => showKept(request, reply, secret),
  );

  app.post('/log-ud', { config: { access: 'open', whileSeeingAs: true } }, (request, reply) => {
    if (request.principal) signOut(request, request.principal);
    return reply.setSession(null).redirect('/', 303);
  });

  /** On a disk that cannot be written the browser forgets the session all the same; the row ends by time. */
  function signOut(request: FastifyRequest, { sessionRef }: Principal): void {
    try {
      endSession(db, sessionRef);
      logAccess(db, request.doer(), { event: 'sign-out' }, request.now);
    } catch (error) {
      if (diskTrouble(error, '') === null) throw error;
      request.log.error({ err: error }, 'a session that was signed out of is not ended');
    }
  }
}

interface ShownSignIn {
  back: string;
  kept?: string;
  email?: string;
  text?: string;
}

/** `hasLogin`: there is a second way of signing in. `readersSignIn`: nobody reads without it. */
function showSignInPage(
  reply: FastifyReply,
  shown: ShownSignIn,
  { hasLogin, readersSignIn }: { hasLogin: boolean; readersSignIn: boolean },
): Promise<FastifyReply> {
  const faults: Fault[] = shown.text ? [{ field: '', text: shown.text }] : [];
  const { back, kept = '', email = '' } = shown;
  const loginHref = hasLogin ? `${EXTERNAL_PATH}?tilbage=${encodeURIComponent(back)}` : null;
  reply.header('cache-control', 'no-store');
  return reply.page(
    'accounts/sign-in',
    { back, kept, email, faults, loginHref, readersSignIn },
    aloneFrame('Log ind'),
  );
}

/** What was typed before the session ended, to be sent again by the person. */
function showKept(request: FastifyRequest, reply: FastifyReply, secret: string): Promise<FastifyReply> {
  const { gemt } = (request.body ?? {}) as Record<string, unknown>;
  const kept = typeof gemt === 'string' ? openKeptForm(secret, gemt, request.now) : undefined;
  if (!kept) throw new InvalidInputError('Det, I skrev, kan ikke hentes mere. Åbn siden, og skriv det igen.');
  reply.header('cache-control', 'no-store');
  return reply.page(
    'accounts/send-kept',
    { kept, shown: kept.fields.filter(([name, value]) => !name.startsWith('_') && value.trim() !== '') },
    aloneFrame('Send det, I skrev'),
  );
}
