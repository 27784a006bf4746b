/** The page where a record is withdrawn, and brought back. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import { holdsFrom } from '#src/core/editing/changes.ts';
import type { Editable, Row } from '#src/core/editing/editable.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence, dayInTable } from '#src/shared/danish-calendar.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { bringBack, withdraw } from './actions.ts';
import { type TypedTexts, textOf } from './field-views.ts';
import { withdrawForm } from './forms.ts';
import { frameOf } from './frame.ts';
import { getKind, getRecord, recordPath } from './kinds.ts';
import { type Moved, movedSince } from './stale.ts';

interface OfRecord {
  Params: { kind: string; id: string };
}

export function addWithdrawRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const path = '/redaktion/oplysninger/:kind/:id/udgaar';
  const config = { access: 'staff' } as const;

  app.get<OfRecord>(path, { config }, (request, reply) => {
    const { kind, row } = withdrawable(db, request.params);
    return show(request, reply, kind, row, { typed: { 'gaelder-fra': dayInTable(request.reading.today) } });
  });

  app.post<OfRecord>(path, { config }, (request, reply) => {
    const { kind, row } = withdrawable(db, request.params);
    const form = readForm(withdrawForm(request.reading.today), request.body);
    const { typed } = form;
    const doer = request.doer(textOf(typed._noegle) || null);
    const done = firstAnswer(db, doer);
    if (done) return reply.redirect(done, 303);
    const basis = Number(textOf(typed.grundlag)) || 0;
    if (basis !== row.revision) {
      const { moved } = movedSince(db, kind, row, basis, typed, request.reading.nameOf);
      return show(request, reply.code(409), kind, row, { typed, moved });
    }
    if (!form.isValid) return show(request, reply.code(422), kind, row, { typed, faults: form.faults });
    const { begrundelse: reason, 'gaelder-fra': from } = form.values;
    const fault = earlyFault(db, kind, row, from);
    if (fault) return show(request, reply.code(422), kind, row, { typed, faults: [fault] });
    const location = once(db, doer, () => {
      const deed = row.withdrawnOn === null ? withdraw : bringBack;
      return withReceipt(recordPath(kind, row.id), deed(db, doer, kind, row, from, reason));
    });
    return reply.redirect(location, 303);
  });
}

/** @throws NotFoundError also for what is never withdrawn */
function withdrawable(db: Db, { kind: slug, id }: OfRecord['Params']) {
  const kind = getKind(slug);
  if (kind.isReference) throw new NotFoundError('Siden');
  return { kind, row: getRecord(db, kind, id) };
}

/** A day before the record itself, or before what was last said about its going, would change nothing. */
function earlyFault(db: Db, kind: Editable, row: Row, from: string): Fault | null {
  const first = holdsFrom(db, kind, row, ['withdrawnOn']);
  const earliest = row.since > first ? row.since : first;
  if (from >= earliest) return null;
  return { field: 'gaelder-fra', text: `Vælg ${dayInSentence(earliest)} eller en senere dag.` };
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  kind: Editable,
  row: Row,
  {
    typed,
    faults = [],
    moved = [],
  }: { typed: TypedTexts; faults?: readonly Fault[]; moved?: readonly Moved[] },
) {
  const isWithdrawn = row.withdrawnOn !== null;
  const title = isWithdrawn ? 'Lad oplysningen gælde igen' : 'Sæt som udgået';
  const heading = kind.title(row);
  const faultAt = (field: string) => faults.find((one) => one.field === field)?.text ?? '';
  const path = recordPath(kind, row.id);
  const page = {
    heading,
    isWithdrawn,
    withdrawn: row.withdrawnOn === null ? '' : dayInSentence(row.withdrawnOn),
    action: `${path}/udgaar`,
    back: path,
    basis: String(row.revision),
    faults,
    moved,
    from: textOf(typed['gaelder-fra']) ?? '',
    fromFault: faultAt('gaelder-fra'),
    reason: textOf(typed.begrundelse) ?? '',
    reasonFault: faultAt('begrundelse'),
    canSave: !request.reading.isPast,
  };
  return reply.page('facts/withdraw', page, frameOf(title, [{ href: path, text: heading }, { text: title }]));
}
