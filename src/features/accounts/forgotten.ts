/** "Glemt adgangskode": the same answer in the same time, whether the address is known or not. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { findAccountByEmail, isKeptElsewhere, normalEmail } from '#src/core/access/accounts.ts';
import { mayAskReset } from '#src/core/access/attempts.ts';
import { makeLink } from '#src/core/access/one-time-links.ts';
import { sha256 } from '#src/core/access/tokens.ts';
import { logAccess } from '#src/core/access-log/record.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import type { Db } from '#src/db/client.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { fieldOf, NOTHING_SENT, type Shown } from './fields.ts';
import { mailAddress } from './forms.ts';
import { aloneFrame } from './frame.ts';
import { mailReset, mailSignInElsewhere, renderReset } from './mails.ts';

/** Longer than a mail takes to be queued: what is left of the difference drowns in it. */
const ANSWER_AFTER_MS = 100;

const forgottenForm = z.object({ mail: mailAddress });

const LIMITED = 'Der er bedt om for mange links herfra. Vent et kvarter, og prøv igen.';

export function forgottenRoutes(app: FastifyInstance, { db, config: { portalUrl } }: PortalGround): void {
  app.get('/glemt-adgangskode', { config: { access: 'open' } }, (_request, reply) =>
    showForm(reply, NOTHING_SENT),
  );

  const config = { access: 'open', rateLimit: { max: 30, timeWindow: 60_000 } } as const;
  app.post('/glemt-adgangskode', { config }, async (request, reply) => {
    const answerAt = sleep(ANSWER_AFTER_MS);
    const form = readForm(forgottenForm, request.body);
    if (!form.isValid) return showForm(reply.code(422), form);
    const answer = askReset(db, request.doer(), portalUrl, form.values.mail);
    if (answer === 'refused')
      return showForm(reply.code(429), { ...form, faults: [{ field: 'mail', text: LIMITED }] });
    await answerAt;
    return reply.redirect('/glemt-adgangskode/sendt', 303);
  });

  app.get('/glemt-adgangskode/sendt', { config: { access: 'open' } }, (_request, reply) =>
    reply.page('accounts/forgotten-sent', {}, aloneFrame('Se i jeres indbakke')),
  );
}

/**
 * Sends a link to whoever the address belongs to. For an address that nobody has, everything is done as well but the
 * mail, so that the time tells nothing either.
 */
function askReset(db: Db, doer: Doer, portalUrl: string, email: string): 'asked' | 'refused' {
  const known = findAccountByEmail(db, email);
  const account = known?.disabledAt === null ? known : undefined;
  const typedHash = sha256(normalEmail(email));
  const about = known ? { objectType: 'account', objectId: known.id } : { typedHash };
  const may = mayAskReset(db, { subject: known?.id ?? typedHash, address: doer.address ?? '' }, doer.now);
  const ask = db.$client.transaction(() => {
    if (may === 'refused') {
      logAccess(db, doer, { event: 'reset-asked', outcome: 'refused', reason: 'limit', ...about }, doer.now);
      return may;
    }
    const reason = account ? may : known ? 'disabled' : 'unknown';
    logAccess(db, doer, { event: 'reset-asked', reason, ...about }, doer.now);
    const isSent = account !== undefined && may === 'yes' && !isKeptElsewhere(db, account);
    // One that is not sent must not end one that was.
    const link = makeLink(db, 'reset', isSent ? account.id : null, doer.now);
    const rendered = renderReset(portalUrl, link.token);
    const ground = { db, portalUrl, now: doer.now };
    if (isSent) mailReset(ground, account, rendered, link);
    else if (account && may === 'yes') mailSignInElsewhere(ground, account);
    return 'asked';
  });
  return ask.immediate();
}

function showForm(reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const field = fieldOf(shown, {
    name: 'mail',
    label: 'Arbejdsmail',
    type: 'email',
    autocomplete: 'username',
  });
  return reply.page(
    'accounts/forgotten',
    { fields: [field], faults: shown.faults },
    aloneFrame('Glemt adgangskode'),
  );
}
