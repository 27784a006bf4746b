/** The pages where a record is made, corrected and superseded. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import { holdsFrom } from '#src/core/editing/changes.ts';
import type { Editable, Row } from '#src/core/editing/editable.ts';
import { readRecord } from '#src/core/editing/read-record.ts';
import { entityNoun } from '#src/core/fields/fields.ts';
import { listMeetings } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import { parseTypedDay } from '#src/shared/typed-day.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm, type Typed } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { correct, create, supersede } from './actions.ts';
import { textOf, unseenDates } from './field-views.ts';
import { newRecordForm, recordForm } from './forms.ts';
import { frameOf } from './frame.ts';
import { getKind, getRecord, recordPath } from './kinds.ts';
import { lastPosition, newId } from './new-id.ts';
import { newRecordPage, type RecordShown, recordPage, remarksAbout, untouched } from './record-page.ts';
import { movedSince } from './stale.ts';

interface OfRecord {
  Params: { kind: string; id: string };
}
const LONGEST_FORM = 256 * 1024;
const SEE_DATES: Fault = {
  field: '',
  text: 'Se efter, hvordan datoen er læst, og gem igen. Intet er gemt endnu.',
};

export function addRecordRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const config = { access: 'staff' } as const;

  app.get<OfRecord>('/redaktion/oplysninger/:kind/ny', { config }, (request, reply) => {
    const kind = getCreatable(request.params.kind);
    const { today } = request.reading;
    return showNew(request, reply, db, kind, untouched(today, today));
  });

  app.post<OfRecord>(
    '/redaktion/oplysninger/:kind/ny',
    { config, bodyLimit: LONGEST_FORM },
    (request, reply) => saveNew(request, reply, db, getCreatable(request.params.kind)),
  );

  app.get<OfRecord>('/redaktion/oplysninger/:kind/:id', { config }, (request, reply) => {
    const kind = getKind(request.params.kind);
    const { today, isPast } = request.reading;
    const shown = isPast ? request.reading.db : db;
    const row = getRecord(shown, kind, request.params.id);
    return showRecord(request, reply, shown, kind, row, untouched(today, baseDayOf(shown, row, today)));
  });

  app.post<OfRecord>(
    '/redaktion/oplysninger/:kind/:id',
    { config, bodyLimit: LONGEST_FORM },
    (request, reply) => {
      const kind = getKind(request.params.kind);
      return saveRecord(request, reply, db, kind, getRecord(db, kind, request.params.id));
    },
  );
}

function saveRecord(request: FastifyRequest, reply: FastifyReply, db: Db, kind: Editable, row: Row) {
  const { today } = request.reading;
  const form = readForm(recordForm(today), withWay(request.body));
  const { typed } = form;
  const doer = request.doer(textOf(typed._noegle) || null);
  const done = firstAnswer(db, doer);
  if (done) return reply.redirect(done, 303);

  const basis = Number(textOf(typed.grundlag)) || 0;
  const stale =
    basis === row.revision ? null : movedSince(db, kind, row, basis, typed, request.reading.nameOf);
  const texts = stale?.typed ?? typed;
  const baseDay = textOf(typed.maade) === 'afloes' ? typedDay(typed, today) : baseDayOf(db, row, today);
  const read = readRecord(db, kind, texts, row, baseDay);
  const shown: RecordShown = { typed: texts, read, baseDay };
  const show = (code: number, more: Partial<RecordShown> = {}) =>
    showRecord(request, reply.code(code), db, kind, row, { ...shown, ...more });

  if (stale) return show(409, { moved: stale.moved });
  if (textOf(typed.handling) === 'laes') return show(read.faults.length > 0 ? 422 : 200);
  if (!form.isValid) return show(422, { faults: form.faults });
  if (read.faults.length > 0) return show(422);
  const { values } = form;
  const from = values.maade === 'afloes' ? values['gaelder-fra'] : null;
  const settled = remarksAbout(db, kind, row).filter(({ id }) => [typed.afklarer ?? []].flat().includes(id));
  if (read.changed.length === 0 && (settled.length === 0 || from !== null)) {
    return show(422, {
      faults: [{ field: '', text: 'I har ikke ændret noget. Ret et felt, før I gemmer.' }],
    });
  }
  const tooEarly = from === null ? null : earlyFault(db, kind, row, read.changed, from);
  if (tooEarly) return show(422, { faults: [tooEarly] });
  if (unseenDates(kind, typed, read).length > 0) return show(422, { faults: [SEE_DATES] });

  const change = {
    kind,
    row,
    values: read.values,
    changed: read.changed,
    reason: values.begrundelse,
    settled,
  };
  const location = once(db, doer, () => {
    const batchId = from === null ? correct(db, doer, change) : supersede(db, doer, change, from);
    return withReceipt(recordPath(kind, row.id), batchId);
  });
  return reply.redirect(location, 303);
}

function saveNew(request: FastifyRequest, reply: FastifyReply, db: Db, kind: Editable) {
  const { today } = request.reading;
  const form = readForm(newRecordForm(today), request.body);
  const { typed } = form;
  const doer = request.doer(textOf(typed._noegle) || null);
  const done = firstAnswer(db, doer);
  if (done) return reply.redirect(done, 303);
  const baseDay = typedDay(typed, today);
  const read = readRecord(db, kind, typed, null, baseDay);
  const show = (code: number, faults: readonly Fault[] = []) =>
    showNew(request, reply.code(code), db, kind, { typed, read, baseDay, faults });
  if (textOf(typed.handling) === 'laes') return show(read.faults.length > 0 ? 422 : 200);
  if (!form.isValid) return show(422, form.faults);
  if (read.faults.length > 0) return show(422);
  if (unseenDates(kind, typed, read).length > 0) return show(422, [SEE_DATES]);
  const { begrundelse: reason, 'gaelder-fra': from } = form.values;
  const location = once(db, doer, () => {
    const values = { ...read.values, ...lastPosition(db, kind.entity) };
    const title = kind.title({ ...kind.blank, ...values } as unknown as Row);
    const id = newId(db, kind.entity, title);
    return withReceipt(recordPath(kind, id), create(db, doer, kind, { id, title, values, from, reason }));
  });
  return reply.redirect(location, 303);
}

/** What a form that says neither wants is a correction: the form as it is first shown. */
function withWay(body: unknown): unknown {
  const sent = body !== null && typeof body === 'object' ? body : {};
  return (sent as { maade?: unknown }).maade === 'afloes' ? body : { ...sent, maade: 'ret' };
}

function getCreatable(slug: string): Editable {
  const kind = getKind(slug);
  if (!kind.blank) throw new NotFoundError('Formularen');
  return kind;
}

/** Years are worked out from the meeting whose material tells of the record, else from the day it holds from. */
function baseDayOf(db: Db, row: Row, today: string): string {
  const meeting = listMeetings(db).find(({ id }) => id === row.meetingId);
  return meeting?.date.to ?? meeting?.date.from ?? (row.since > '0002' ? row.since : today);
}

function typedDay(typed: Typed, today: string): string {
  const read = parseTypedDay(textOf(typed['gaelder-fra']) ?? '');
  return 'day' in read && read.day <= today ? read.day : today;
}

function earlyFault(
  db: Db,
  kind: Editable,
  row: Row,
  changed: readonly string[],
  from: string,
): Fault | null {
  const holds = holdsFrom(db, kind, row, changed);
  if (from > holds) return null;
  const text = `Det, der står nu, gælder fra ${dayInSentence(holds)}. Skriv en senere dag, eller vælg Ret en fejl.`;
  return { field: 'gaelder-fra', text };
}

function showRecord(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  kind: Editable,
  row: Row,
  shown: RecordShown,
) {
  const page = recordPage(request.reading, db, kind, row, shown);
  const frame = frameOf(page.heading, [{ text: page.heading }]);
  return reply.page('facts/record', page, { ...frame, record: `${kind.entity}/${row.id}` });
}

function showNew(request: FastifyRequest, reply: FastifyReply, db: Db, kind: Editable, shown: RecordShown) {
  const title = `Opret: ${entityNoun(kind.entity)}`;
  return reply.page(
    'facts/new',
    newRecordPage(request.reading, db, kind, shown),
    frameOf(title, [{ text: title }]),
  );
}
