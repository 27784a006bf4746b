import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Account, getAccount } from '#src/core/access/accounts.ts';
import { forgetPerson, personExport } from '#src/core/access/forget-person.ts';
import { unlinkIdentities } from '#src/core/access/identities.ts';
import { openSessions } from '#src/core/access/sessions.ts';
import type { Doer } from '#src/core/deeds/doer.ts';
import { revoke } from '#src/features/accounts/calendars/actions.ts';
import { doneOf } from '#src/features/accounts/done.ts';
import { usersFrame } from '#src/features/accounts/frame.ts';
import { sessionRow } from '#src/features/accounts/session-rows.ts';
import { InvalidInputError, RefusedError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { disable, enable, endAnySession, endSessions, inviteAgain, pathOf } from './actions.ts';
import { deedForm, forgetForm, sessionForm } from './forms.ts';
import { showUser } from './routes.ts';

type OfUser = { Params: { bruger: string } };

/** The buttons of a user's page, and the list of all sessions. */
export function userDeedRoutes(app: FastifyInstance, { db, config: { portalUrl } }: PortalGround): void {
  const config = { access: 'admin' } as const;
  const ground = { db, portalUrl };

  /** One button: does it and answers where the receipt is; what is refused is told on the person's page. */
  const button = (word: string, deed: (doer: Doer, one: Account) => string) =>
    app.post<OfUser>(`/redaktion/brugere/:bruger/${word}`, { config }, (request, reply) => {
      const one = getAccount(db, request.params.bruger);
      const form = readForm(deedForm, request.body);
      const doer = request.doer(form.isValid ? form.values._noegle : null);
      return orRefused(request, reply, () => reply.redirect(deed(doer, one), 303));
    });
  button('inviter', (doer, one) => inviteAgain(ground, doer, one));
  button('luk', (doer, { id }) => disable(ground, doer, id));
  button('aabn', (doer, { id }) => enable(ground, doer, id));
  button('sessioner', (doer, { id }) => endSessions(ground, doer, id));
  button('login/fjern', (doer, { id }) => {
    unlinkIdentities(db, doer, id);
    return pathOf(id, 'fjernet');
  });

  type OfCalendar = { Params: { bruger: string; kalender: string } };
  app.post<OfCalendar>(
    '/redaktion/brugere/:bruger/kalendere/:kalender/fjern',
    { config },
    (request, reply) => {
      const { id } = getAccount(db, request.params.bruger);
      const form = readForm(deedForm, request.body);
      const doer = request.doer(form.isValid ? form.values._noegle : null);
      const wanted = { accountId: id, ref: request.params.kalender, path: pathOf(id) };
      return reply.redirect(revoke(db, doer, wanted), 303);
    },
  );

  app.post<OfUser>('/redaktion/brugere/:bruger/udtraek', { config }, (request, reply) => {
    const { id } = getAccount(db, request.params.bruger);
    const name = `person-${id}.json`;
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type('application/json; charset=utf-8')
      .send(`${JSON.stringify(personExport(db, request.doer(), id), null, 2)}\n`);
  });

  app.post<OfUser>('/redaktion/brugere/:bruger/anonymiser', { config }, (request, reply) => {
    const { id } = getAccount(db, request.params.bruger);
    const form = readForm(forgetForm, request.body);
    if (!form.isValid) return showUser(db, request, reply.code(422), { typed: {}, faults: form.faults });
    return orRefused(request, reply, () => {
      forgetPerson(db, request.doer(), id);
      return reply.redirect(pathOf(id, 'glemt'), 303);
    });
  });

  app.get('/redaktion/brugere/sessioner', { config }, (request, reply) => {
    const own = request.principal?.sessionRef ?? '';
    const rows = openSessions(db, request.now).map(({ session, name, email }) => ({
      ...sessionRow(session, own),
      name,
      email,
      href: pathOf(session.accountId),
    }));
    const title = 'Alle sessioner';
    return reply.page(
      'accounts/sessions',
      { rows, done: doneOf(request.query) },
      usersFrame(title, [{ text: title }]),
    );
  });

  app.post('/redaktion/brugere/sessioner', { config }, (request, reply) => {
    const form = readForm(sessionForm, request.body);
    if (!form.isValid) throw new InvalidInputError(form.faults[0]?.text ?? '');
    endAnySession(ground, request.doer(), form.values.session);
    return reply.redirect('/redaktion/brugere/sessioner?udfoert=session', 303);
  });

  function orRefused(request: FastifyRequest<OfUser>, reply: FastifyReply, deed: () => FastifyReply) {
    try {
      return deed();
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      const faults = [{ field: '', text: error.message }];
      return showUser(db, request, reply.code(422), { typed: {}, faults });
    }
  }
}
