import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { type Agreement, getAgreement } from '#src/features/agreements/queries.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm, type Typed } from '#src/web/forms.ts';
import { ownPath } from '#src/web/own-address.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { gridHref, SIGNING_HREF } from './address.ts';
import { conflictPage } from './conflict-page.ts';
import { type GridQuery, gridQuery, LONGEST_NOTE, saveForm } from './forms.ts';
import { gridPage, type Refused } from './grid-page.ts';
import { signingListPage } from './list-page.ts';
import { type Chosen, RowsChangedError, register } from './register.ts';
import { gridSheet } from './sheet.ts';
import { statusSet } from './words.ts';

const HOME = { href: '/', text: 'Forside' };
const STAFF = { access: 'staff' } as const;

type WithSlug = { Params: { slug: string } };

export function addSigningRoutes(app: FastifyInstance, { db }: PortalGround): void {
  app.get('/redaktion', { config: STAFF }, (_request, reply) => reply.redirect(SIGNING_HREF, 303));

  app.get<{ Querystring: { aftale?: unknown } }>(SIGNING_HREF, { config: STAFF }, (request, reply) => {
    const { reading, query } = request;
    if (reading.isPast) return reply.redirect(reading.href('/aftaler'), 303);
    if (typeof query.aftale === 'string')
      return reply.redirect(gridHref(getAgreement(db, query.aftale).id), 303);
    return reply.page('agreements/signing-list', signingListPage(db, reading.realToday), {
      ...FRAME,
      title: 'Underskrifter',
      breadcrumb: [HOME, { text: 'Underskrifter' }],
    });
  });

  app.get<WithSlug>(`${SIGNING_HREF}/:slug`, { config: STAFF }, (request, reply) => {
    const agreement = getAgreement(db, request.params.slug);
    // What stood on an earlier day is read on the agreement's own page.
    if (request.reading.isPast) return reply.redirect(request.reading.href(`/aftaler/${agreement.id}`), 303);
    const query = readForm(gridQuery, request.query);
    if (!query.isValid) throw new InvalidInputError(query.faults[0]?.text ?? '');
    return showGrid(request, reply, db, agreement, query.values);
  });

  addExport<WithSlug>(
    app,
    `${SIGNING_HREF}/:slug`,
    (request) => {
      const agreement = getAgreement(db, request.params.slug);
      const query = readForm(gridQuery, request.query);
      if (!query.isValid) throw new InvalidInputError(query.faults[0]?.text ?? '');
      return gridSheet(gridPage(db, agreement, query.values, request.reading.realToday));
    },
    STAFF,
  );

  app.post<WithSlug>(`${SIGNING_HREF}/:slug`, { config: STAFF }, (request, reply) => {
    const agreement = getAgreement(db, request.params.slug);
    const { realToday: today } = request.reading;
    const form = readForm(saveForm(today, codesOf(db)), request.body);
    if (!form.isValid) {
      const refused = { typed: form.typed, faults: form.faults };
      return showGrid(request, reply.code(422), db, agreement, queryOf(form.typed), refused);
    }
    const { values, typed } = form;
    const isWhole = values.ret !== undefined;
    const save = {
      agreement,
      chosen: values.kommune,
      status: statusSet(values.status),
      countedOn: values.dato,
      // An empty field of one row that is corrected empties it; for several rows it says nothing.
      signedOn: values.underskrevet ?? (isWhole ? null : undefined),
      note: values.bemaerkning || (isWhole ? null : undefined),
      today,
    };
    const { vis, soeg } = values;
    const back = { vis, soeg, ...(values.dato === today ? {} : { pr: dayInTable(values.dato) }) };
    const answer = (batchId: number) =>
      withReceipt(values.tilbage === '' ? gridHref(agreement.id, back) : ownPath(values.tilbage), batchId);
    try {
      const doer = request.doer(typeof typed._noegle === 'string' ? typed._noegle || null : null);
      return reply.redirect(register(db, doer, save, answer), 303);
    } catch (error) {
      if (!(error instanceof RowsChangedError)) throw error;
      const sent = { chosen: values.kommune, fields: fieldsAgain(typed), query: back };
      return showConflicts(reply.code(409), db, agreement, error, sent);
    }
  });
}

const FRAME = { staff: 'signatures', forWork: true, robots: 'noindex', source: null } as const;

function showGrid(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  agreement: Agreement,
  query: GridQuery,
  refused?: Refused,
): Promise<FastifyReply> {
  const page = gridPage(db, agreement, query, request.reading.realToday, refused);
  return reply.page(
    'agreements/signing-grid',
    { ...page, longestNote: LONGEST_NOTE },
    {
      ...FRAME,
      title: `Underskrifter: ${page.heading}`,
      breadcrumb: [HOME, { href: SIGNING_HREF, text: 'Underskrifter' }, { text: page.heading }],
    },
  );
}

function showConflicts(
  reply: FastifyReply,
  db: Db,
  agreement: Agreement,
  { conflicts }: RowsChangedError,
  sent: { chosen: readonly Chosen[]; fields: [string, string][]; query: Partial<GridQuery> },
): Promise<FastifyReply> {
  const page = conflictPage(db, agreement, conflicts, sent);
  return reply.page('agreements/signing-conflict', page, {
    ...FRAME,
    title: page.heading,
    breadcrumb: [HOME, { href: SIGNING_HREF, text: 'Underskrifter' }, { text: 'Ændret imens' }],
  });
}

function codesOf(db: Db): ReadonlySet<string> {
  return new Set(listMunicipalities(db).map(({ id }) => id));
}

/** The page a refused form was sent from; what of it cannot be read is left out. */
function queryOf(typed: Typed): GridQuery {
  const { vis, soeg, ret } = typed;
  const read = readForm(gridQuery, { vis, soeg, ret });
  return read.isValid ? read.values : { vis: undefined, soeg: '', valgt: undefined, ret: undefined, pr: '' };
}

/** What the page of conflicts sends once more, beside the municipalities. */
function fieldsAgain(typed: Typed): [string, string][] {
  const names = ['dato', 'underskrevet', 'bemaerkning', 'ret', 'vis', 'soeg', 'tilbage'];
  const isConfirmation = typed.bekraeft !== undefined;
  const kept = isConfirmation
    ? names.filter((name) => !['underskrevet', 'bemaerkning'].includes(name))
    : names;
  const fields = kept.flatMap((name): [string, string][] => {
    const value = typed[name];
    return typeof value === 'string' && value !== '' ? [[name, value]] : [];
  });
  return [...fields, ['status', isConfirmation ? 'underskrevet' : String(typed.status)]];
}
