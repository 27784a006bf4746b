/** The page behind the address that a new portal prints when it starts: whoever opens it becomes the first admin. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { FIRST_ADMIN_PATH, isFirstAdminOffer, makeFirstAdmin } from '#src/core/access/first-admin.ts';
import { hashPassword, whyNotPassword } from '#src/core/access/passwords.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { showDeadLink } from './dead-link.ts';
import { fieldOf, NOTHING_SENT, passwordField, type Shown } from './fields.ts';
import { mailAddress, newPassword, personName } from './forms.ts';
import { aloneFrame } from './frame.ts';
import { enter } from './sign-in.ts';

const firstAdminForm = z.object({ navn: personName, mail: mailAddress, adgangskode: newPassword });

const DEAD = {
  heading: 'Adressen virker ikke længere',
  text: 'Den virker én gang og i en time. Start portalen igen for at få en ny, eller log ind, hvis der allerede er en administrator.',
  action: { href: '/log-ind', text: 'Gå til Log ind' },
};

export function firstAdminRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const url = `${FIRST_ADMIN_PATH}/:noegle`;
  const config = { access: 'open', secretPath: true } as const;

  app.get<{ Params: { noegle: string } }>(url, { config }, (request, reply) => {
    if (!isFirstAdminOffer(db, request.params.noegle, request.now)) return showDeadLink(reply, DEAD);
    return showForm(reply, NOTHING_SENT);
  });

  const limited = { ...config, rateLimit: { max: 20, timeWindow: 60_000 } };
  app.post<{ Params: { noegle: string } }>(url, { config: limited }, async (request, reply) => {
    const { noegle } = request.params;
    if (!isFirstAdminOffer(db, noegle, request.now)) return showDeadLink(reply, DEAD);
    const form = readForm(firstAdminForm, request.body);
    if (!form.isValid) return showForm(reply.code(422), form);
    const { navn: name, mail: email, adgangskode } = form.values;
    const text = whyNotPassword(adgangskode, { name, email });
    if (text) return showForm(reply.code(422), { ...form, faults: [{ field: 'adgangskode', text }] });
    const passwordHash = await hashPassword(adgangskode);
    const id = makeFirstAdmin(db, request.doer(), noegle, { name, email, passwordHash });
    enter(request, reply, db, id, 'password');
    return reply.redirect('/redaktion/brugere', 303);
  });
}

function showForm(reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const fields = [
    fieldOf(shown, { name: 'navn', label: 'Navn', autocomplete: 'name' }),
    fieldOf(shown, { name: 'mail', label: 'Arbejdsmail', type: 'email', autocomplete: 'username' }),
    passwordField(shown),
  ];
  return reply
    .header('cache-control', 'no-store')
    .page(
      'accounts/first-admin',
      { fields, faults: shown.faults },
      aloneFrame('Opret den første administrator'),
    );
}
