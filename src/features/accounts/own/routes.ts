import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Account, getAccount } from '#src/core/access/accounts.ts';
import { unlinkIdentities } from '#src/core/access/identities.ts';
import type { Principal } from '#src/core/access/roles.ts';
import { setSubscribed } from '#src/core/mail/subscription.ts';
import { doneOf } from '#src/features/accounts/done.ts';
import { refusalText } from '#src/features/accounts/external/refusal.ts';
import { NOTHING_SENT, type Shown } from '#src/features/accounts/fields.ts';
import { aloneFrame } from '#src/features/accounts/frame.ts';
import { SignInNeededError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { changePassword, endOtherSessions, endOwnSession, saveOwnName } from './actions.ts';
import { mailForm, nameForm, passwordForm, sessionForm } from './forms.ts';
import { ownPage } from './page.ts';

const PASSWORDS_PER_MINUTE = { max: 10, timeWindow: 60_000 };

/** "Min konto": what one may see and change of one's own account. Roles are not among it. */
export function ownRoutes(app: FastifyInstance, { db, config: settings }: PortalGround): void {
  const config = { access: 'signed-in' } as const;
  const show = (request: FastifyRequest, reply: FastifyReply, shown?: Shown) =>
    showOwn(request, reply, { db, hasLogin: settings.oidc !== undefined }, shown);

  app.get('/min-konto', { config }, (request, reply) => show(request, reply));

  app.post('/min-konto/navn', { config }, (request, reply) => {
    const account = ownAccount(request);
    const form = readForm(nameForm, request.body);
    if (!form.isValid) return show(request, reply.code(422), form);
    const { navn: name, version: madeFrom, _noegle } = form.values;
    const answer = saveOwnName(db, request.doer(_noegle), { account, madeFrom, name });
    if (answer !== 'stale') return reply.redirect(answer, 303);
    const text = `Navnet blev ændret til »${account.name}«, mens I skrev. Gem igen, hvis jeres skal gælde.`;
    return show(request, reply.code(409), { ...form, faults: [{ field: 'navn', text }] });
  });

  const limited = { ...config, rateLimit: PASSWORDS_PER_MINUTE };
  app.post('/min-konto/adgangskode', { config: limited }, async (request, reply) => {
    const form = readForm(passwordForm, request.body);
    if (!form.isValid) return show(request, reply.code(422), form);
    const { adgangskode_nu: old, adgangskode: wanted, _noegle } = form.values;
    const change = { account: ownAccount(request), sessionRef: ownSession(request).sessionRef, old, wanted };
    const answer = await changePassword(db, request.doer(_noegle), settings.portalUrl, change);
    if ('location' in answer) return reply.redirect(answer.location, 303);
    return show(request, reply.code(422), { ...form, faults: [answer.fault] });
  });

  app.post('/min-konto/mail', { config }, (request, reply) => {
    const form = readForm(mailForm, request.body);
    if (!form.isValid) return show(request, reply.code(422), form);
    const { mail } = form.values;
    setSubscribed(db, request.doer(), ownSession(request).accountId, mail === 'til');
    return reply.redirect(`/min-konto?udfoert=mail-${mail}`, 303);
  });

  app.post('/min-konto/sessioner', { config }, (request, reply) => {
    const form = readForm(sessionForm, request.body);
    if (!form.isValid) return show(request, reply.code(422), form);
    const { accountId, sessionRef } = ownSession(request);
    const { session } = form.values;
    if (session === 'andre') endOtherSessions(db, request.doer(), accountId, sessionRef);
    else endOwnSession(db, request.doer(), accountId, session);
    return reply.redirect(`/min-konto?udfoert=${session === 'andre' ? 'sessioner' : 'session'}`, 303);
  });

  app.post('/min-konto/login/fjern', { config }, (request, reply) => {
    unlinkIdentities(db, request.doer(), ownSession(request).accountId);
    return reply.redirect('/min-konto?udfoert=fjernet', 303);
  });

  function ownAccount(request: FastifyRequest): Account {
    return getAccount(db, ownSession(request).accountId);
  }
}

function ownSession({ principal }: FastifyRequest): Principal {
  if (!principal) throw new SignInNeededError();
  return principal;
}

function showOwn(
  request: FastifyRequest,
  reply: FastifyReply,
  { db, hasLogin }: { db: PortalGround['db']; hasLogin: boolean },
  shown: Shown = NOTHING_SENT,
): Promise<FastifyReply> {
  const { accountId, sessionRef } = ownSession(request);
  const ground = { db, now: request.now, sessionRef, hasLogin };
  const refused = refusalText(request.query);
  const told = refused === undefined ? shown : { ...shown, faults: [{ field: '', text: refused }] };
  const page = ownPage(ground, getAccount(db, accountId), told);
  return reply.page(
    'accounts/own',
    { ...page, done: doneOf(request.query) },
    { ...aloneFrame('Min konto'), breadcrumb: [{ text: 'Forside', href: '/' }, { text: 'Min konto' }] },
  );
}
