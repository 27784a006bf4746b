import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { once } from '#src/core/deeds/once.ts';
import { InvalidInputError, NotFoundError, RefusedError } from '#src/shared/errors.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import type { PageOptions } from '#src/web/page.ts';
import type { Crumb } from '#src/web/page-frame.ts';
import { beginRound, skipWeek, tryAgain } from './actions.ts';
import { composeDigests } from './compose.ts';
import { fingerprintOf } from './content.ts';
import { doneOf } from './done.ts';
import { buttonForm, sendForm, stateIn, switchForm } from './forms.ts';
import { kindsSeenBy, mailLogPage } from './log-page.ts';
import { mailLogSheet } from './log-sheet.ts';
import { mailsPage } from './page.ts';
import { queueRound } from './queue.ts';
import { stoppedMails } from './rounds.ts';
import { isSwitchedOn, switchMails } from './switch.ts';
import { weekOf } from './week.ts';

const PATH = '/redaktion/mails';
const LOG_PATH = `${PATH}/log`;

export function mailsRoutes(app: FastifyInstance, { db, config: { portalUrl }, clock }: PortalGround): void {
  const config = { access: 'staff' } as const;

  const show = (request: FastifyRequest, reply: FastifyReply, faults: Fault[] = []) => {
    const { modtager } = request.query as Record<string, unknown>;
    const ground = { db, today: clock.today(), now: request.now, portalUrl };
    const page = mailsPage(ground, typeof modtager === 'string' ? modtager : null, faults);
    return reply.page('digest/mails', { ...page, done: doneOf(request.query) }, frame('Mails'));
  };
  const refuse = (request: FastifyRequest, reply: FastifyReply, text: string) =>
    show(request, reply.code(422), [{ field: '', text }]);

  app.get(PATH, { config }, (request, reply) => show(request, reply));

  app.post(`${PATH}/slaa`, { config }, (request, reply) => {
    const form = readForm(switchForm, request.body);
    if (!form.isValid) return show(request, reply.code(422), form.faults);
    const { mails, _noegle } = form.values;
    const doer = request.doer(_noegle || null);
    const location = once(db, doer, () => {
      switchMails(db, doer, mails === 'til');
      return `${PATH}?udfoert=${mails}`;
    });
    return reply.redirect(location, 303);
  });

  app.post(`${PATH}/send`, { config }, async (request, reply) => {
    const form = readForm(sendForm, request.body);
    if (!form.isValid) return show(request, reply.code(422), form.faults);
    const doer = request.doer(form.values._noegle || null);
    const [week, reading] = [weekOf(doer.now), { db, today: clock.today() }];
    const digests = [...composeDigests(reading, week)];
    try {
      const location = once(db, doer, () => {
        const isAsShown = fingerprintOf(digests, reading.today, portalUrl) === form.values.udgave;
        if (isSwitchedOn(db) && !isAsShown) return null;
        beginRound(db, doer, week, digests.length);
        return `${PATH}?udfoert=sendt`;
      });
      if (location === null) return show(request, reply.code(409), [{ field: '', text: CHANGED }]);
      await queueRound({ reading, portalUrl, now: clock.now }, week, digests);
      return reply.redirect(location, 303);
    } catch (error) {
      if (error instanceof RefusedError) return refuse(request, reply, error.message);
      throw error;
    }
  });

  app.post(`${PATH}/spring-over`, { config }, (request, reply) => {
    const form = readForm(buttonForm, request.body);
    const doer = request.doer(form.isValid ? form.values._noegle || null : null);
    const location = once(db, doer, () => {
      skipWeek(db, doer, weekOf(doer.now));
      return `${PATH}?udfoert=sprunget-over`;
    });
    return reply.redirect(location, 303);
  });

  const logFor = ({ principal, query }: FastifyRequest) =>
    mailLogPage(db, kindsSeenBy(principal), stateIn(query), stoppedMails(db));

  app.get(LOG_PATH, { config }, (request, reply) =>
    reply.page('digest/log', { ...logFor(request), done: doneOf(request.query) }, frame('Maillog', true)),
  );

  addExport(app, LOG_PATH, (request) => mailLogSheet(logFor(request)), config);

  app.post<{ Params: { id: string } }>(`${PATH}/:id/igen`, { config }, (request, reply) => {
    const form = readForm(buttonForm, request.body);
    if (!form.isValid) throw new InvalidInputError(form.faults[0]?.text ?? '');
    const { id } = request.params;
    if (!/^\d{1,15}$/.test(id)) throw new NotFoundError('Mailen');
    const doer = request.doer(form.values._noegle || null);
    const location = once(db, doer, () => {
      tryAgain(db, doer, Number(id), kindsSeenBy(request.principal));
      return `${LOG_PATH}?udfoert=igen`;
    });
    return reply.redirect(location, 303);
  });
}

const CHANGED =
  'Oplysningerne er ændret, siden I åbnede siden. Intet er sendt. Se de nye mails igennem, og send igen.';

function frame(title: string, isBelow = false): PageOptions {
  const mails: Crumb = isBelow ? { text: 'Mails', href: PATH } : { text: 'Mails' };
  const breadcrumb = [{ text: 'Forside', href: '/' }, mails, ...(isBelow ? [{ text: title }] : [])];
  return { title, breadcrumb, staff: 'mails', robots: 'noindex', source: null, forWork: true };
}
