import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '#src/core/access/roles.ts';
import { doneOf } from '#src/features/accounts/done.ts';
import { aloneFrame } from '#src/features/accounts/frame.ts';
import { RefusedError, SignInNeededError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import { CALENDARS_PATH, type Made, make, renew, revoke } from './actions.ts';
import { calendarForm, deedForm } from './forms.ts';
import { calendarsPage, chosenCalendar, type NewCalendar, newCalendar } from './page.ts';

const TITLE = 'Kalenderadresser';

interface Shown {
  typed?: string;
  faults?: readonly Fault[];
  made?: NewCalendar;
}

type OfCalendar = { Params: { kalender: string } };

/** Min konto, Kalenderadresser: one's own addresses for calendar programs. Each is shown once, when it is made. */
export function calendarRoutes(app: FastifyInstance, { db, config: { portalUrl } }: PortalGround): void {
  const config = { access: 'signed-in' } as const;

  app.get(CALENDARS_PATH, { config }, (request, reply) => show(request, reply));

  app.post(CALENDARS_PATH, { config }, (request, reply) => {
    const form = readForm(calendarForm, request.body);
    if (!form.isValid) return refused(request, reply, form.faults[0]?.text ?? '');
    const { kalender: typed, _noegle } = form.values;
    const person = ownSession(request);
    const of = chosenCalendar(db, person, typed);
    if (!of) return refused(request, reply, 'Vælg en kalender på listen.');
    try {
      return answer(request, reply, make(db, request.doer(_noegle), person.accountId, of));
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return refused(request, reply, error.message, typed);
    }
  });

  app.post<OfCalendar>(`${CALENDARS_PATH}/:kalender/forny`, { config }, (request, reply) => {
    const { accountId } = ownSession(request);
    return answer(request, reply, renew(db, doerOf(request), accountId, request.params.kalender));
  });

  app.post<OfCalendar>(`${CALENDARS_PATH}/:kalender/fjern`, { config }, (request, reply) => {
    const { accountId } = ownSession(request);
    const wanted = { accountId, ref: request.params.kalender, path: CALENDARS_PATH };
    return reply.redirect(revoke(db, doerOf(request), wanted), 303);
  });

  /** The answer to the form itself shows the address: it can stand in no other address and in no row. */
  function answer(request: FastifyRequest, reply: FastifyReply, { location, token }: Made) {
    if (token === null) return reply.redirect(location, 303);
    const { accountId } = ownSession(request);
    return show(request, reply, { made: newCalendar(db, portalUrl, accountId, token) });
  }

  function refused(request: FastifyRequest, reply: FastifyReply, text: string, typed = '') {
    return show(request, reply.code(422), { typed, faults: [{ field: 'kalender', text }] });
  }

  function show(request: FastifyRequest, reply: FastifyReply, shown: Shown = {}): Promise<FastifyReply> {
    const { typed = '', faults = [], made = null } = shown;
    const page = calendarsPage(db, ownSession(request), { typed, faults });
    const breadcrumb = [
      { text: 'Forside', href: '/' },
      { text: 'Min konto', href: '/min-konto' },
      { text: TITLE },
    ];
    return reply.page(
      'accounts/calendars',
      { ...page, made, done: doneOf(request.query) },
      { ...aloneFrame(TITLE), breadcrumb },
    );
  }
}

function doerOf(request: FastifyRequest) {
  const form = readForm(deedForm, request.body);
  return request.doer(form.isValid ? form.values._noegle : null);
}

function ownSession({ principal }: FastifyRequest): Principal {
  if (!principal) throw new SignInNeededError();
  return principal;
}
