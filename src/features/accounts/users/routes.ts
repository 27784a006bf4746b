import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { EMAIL_TAKEN, type WantedAccount } from '#src/core/access/account-deeds.ts';
import { getAccount } from '#src/core/access/accounts.ts';
import { whyNotRights } from '#src/core/access/rights.ts';
import { findMunicipality, listMunicipalities } from '#src/core/municipalities/queries.ts';
import { findSolution } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { doneOf } from '#src/features/accounts/done.ts';
import { NOTHING_SENT, type Shown } from '#src/features/accounts/fields.ts';
import { usersFrame } from '#src/features/accounts/frame.ts';
import { InvalidInputError, RefusedError } from '#src/shared/errors.ts';
import { isRole } from '#src/shared/role-names.ts';
import { addExport, chosenWords } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import { change, invite } from './actions.ts';
import { changeForm, filterForm, userForm as inviteForm } from './forms.ts';
import { countLine, STANDING_OF, usersFilter } from './list-page.ts';
import { staleLines, userForm, userPage, userRow } from './page.ts';
import { listUsers, userOf } from './queries.ts';
import { userSheet } from './sheet.ts';

const USERS_PATH = '/redaktion/brugere';

type OfUser = { Params: { bruger: string } };

/** Redaktion, Brugere: who has access, and to what. The only place where roles are given. */
export function userRoutes(app: FastifyInstance, { db, config: { portalUrl } }: PortalGround): void {
  const config = { access: 'admin' } as const;
  const ground = { db, portalUrl };

  app.get(USERS_PATH, { config }, (request, reply) => showList(db, request, reply));
  addExport(
    app,
    USERS_PATH,
    (request) => {
      const { rows, count, filter } = usersShown(db, request);
      return userSheet(`${count}. ${chosenWords(filter)}`, rows);
    },
    config,
  );
  app.get('/redaktion/brugere/ny', { config }, (_request, reply) => showInvite(db, reply, NOTHING_SENT));
  app.get<OfUser>('/redaktion/brugere/:bruger', { config }, (request, reply) => showUser(db, request, reply));

  app.post('/redaktion/brugere/ny', { config }, (request, reply) => {
    const form = readForm(inviteForm, request.body);
    if (!form.isValid) return showInvite(db, reply.code(422), form);
    const wanted = wantedOf(form.values);
    const doer = request.doer(form.values._noegle);
    const answer = refusable(db, wanted, () => invite(ground, doer, wanted));
    if (typeof answer === 'string') return reply.redirect(answer, 303);
    return showInvite(db, reply.code(422), { ...form, faults: answer });
  });

  app.post<OfUser>('/redaktion/brugere/:bruger', { config }, (request, reply) => {
    const { id } = getAccount(db, request.params.bruger);
    const form = readForm(changeForm, request.body);
    if (!form.isValid) return showUser(db, request, reply.code(422), form);
    const wanted = wantedOf(form.values);
    const wish = { id, madeFrom: form.values.version, wanted };
    const doer = request.doer(form.values._noegle);
    const answer = refusable(db, wanted, () => change(ground, doer, wish));
    if (answer === 'stale') return showUser(db, request, reply.code(409), { ...form, faults: [] }, wanted);
    if (typeof answer === 'string') return reply.redirect(answer, 303);
    return showUser(db, request, reply.code(422), { ...form, faults: answer });
  });
}

interface Sent {
  navn: string;
  mail: string;
  roller: WantedAccount['roles'];
  kommune: string | null;
  loesninger: string[];
}

function wantedOf({ navn: name, mail: email, roller: roles, kommune, loesninger }: Sent): WantedAccount {
  return { name, email, roles, municipalityId: kommune, solutionIds: loesninger };
}

const FIELD_OF = { roles: 'roller', municipalityId: 'kommune', solutionIds: 'loesninger' } as const;

/** Does it, or tells what is wrong with what was wanted. */
function refusable(db: Db, wanted: WantedAccount, deed: () => string): string | Fault[] {
  const wrong = whyNotRights(wanted);
  if (wrong) return [{ field: FIELD_OF[wrong.about], text: wrong.text }];
  const { municipalityId, solutionIds } = wanted;
  if (municipalityId !== null && !listMunicipalities(db).some((one) => one.id === municipalityId))
    return [{ field: 'kommune', text: 'Kommunen findes ikke. Vælg en på listen.' }];
  if (solutionIds.some((one) => !findSolution(db, one)))
    return [{ field: 'loesninger', text: 'En af løsningerne findes ikke. Vælg på listen.' }];
  try {
    return deed();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    const field = error.message === EMAIL_TAKEN ? 'mail' : 'roller';
    return [{ field, text: error.message }];
  }
}

function usersShown(db: Db, request: FastifyRequest) {
  const form = readForm(filterForm, request.query);
  if (!form.isValid) throw new InvalidInputError(form.faults[0]?.text ?? '');
  const { kommune, rolle, status } = form.values;
  const municipality = kommune === undefined ? undefined : findMunicipality(db, kommune);
  if (kommune !== undefined && !municipality)
    throw new InvalidInputError('Kommunen findes ikke. Vælg en på listen.');
  const role = rolle !== undefined && isRole(rolle) ? rolle : undefined;
  const standing = status ? STANDING_OF[status] : undefined;
  const users = listUsers(db, { municipalityId: municipality?.id, role, standing }, request.now);
  return {
    rows: users.map((user) => userRow(db, user)),
    count: countLine(users.length),
    filter: usersFilter(listMunicipalities(db), form.values),
  };
}

function showList(db: Db, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const page = { ...usersShown(db, request), done: doneOf(request.query) };
  return reply.page('accounts/users', page, usersFrame('Brugere'));
}

function showInvite(db: Db, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  return reply.page(
    'accounts/invite',
    { form: userForm(db, null, shown), faults: shown.faults },
    usersFrame('Inviter en bruger', [{ text: 'Inviter en bruger' }]),
  );
}

/** @param stale what was wanted of an account that somebody else changed meanwhile */
export function showUser(
  db: Db,
  request: FastifyRequest<OfUser>,
  reply: FastifyReply,
  shown: Shown = NOTHING_SENT,
  stale: WantedAccount | null = null,
): Promise<FastifyReply> {
  const user = userOf(db, getAccount(db, request.params.bruger), request.now);
  const page = userPage(db, user, request.now, request.principal?.sessionRef ?? '', shown);
  const differing = stale ? staleLines(db, user, stale) : [];
  return reply.page(
    'accounts/user',
    { ...page, stale: differing, done: doneOf(request.query) },
    usersFrame(user.name, [{ text: user.name }]),
  );
}
