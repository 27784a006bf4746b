/** The page where two records that are one are laid together. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import type { Editable, Row } from '#src/core/editing/editable.ts';
import type { Db } from '#src/db/client.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { type TypedTexts, textOf } from './field-views.ts';
import { mergeForm } from './forms.ts';
import { frameOf } from './frame.ts';
import { getKind, getRecord, recordPath } from './kinds.ts';
import { candidatesFor, findPair, joinAsks, joinDoubles, whyNotDouble, whyNotSame } from './merge.ts';
import { type Moved, movedSince } from './stale.ts';

interface OfRecord {
  Params: { kind: string; id: string };
}

export function addMergeRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const path = '/redaktion/oplysninger/:kind/:id/saml';
  const config = { access: 'staff' } as const;

  app.get<OfRecord>(path, { config }, (request, reply) => {
    const { kind, row } = joinable(db, request.params);
    return show(request, reply, db, kind, row, { typed: {} });
  });

  app.post<OfRecord>(path, { config }, (request, reply) => {
    const form = readForm(mergeForm, request.body);
    const { typed } = form;
    const doer = request.doer(textOf(typed._noegle) || null);
    const done = firstAnswer(db, doer);
    if (done) return reply.redirect(done, 303);
    const { kind, row } = joinable(db, request.params);
    const basis = Number(textOf(typed.grundlag)) || 0;
    if (basis !== row.revision) {
      const { moved } = movedSince(db, kind, row, basis, typed, request.reading.nameOf);
      return show(request, reply.code(409), db, kind, row, { typed, moved });
    }
    if (!form.isValid) return show(request, reply.code(422), db, kind, row, { typed, faults: form.faults });
    const { som, anden, begrundelse: reason } = form.values;
    const pair = findPair(db, kind, row, anden);
    const isSame = som === 'samme';
    const fault = !pair
      ? 'Vælg den anden fra listen.'
      : isSame
        ? kind.isAsk
          ? whyNotSame(db, pair)
          : 'Kun opgaver kan stå to steder. Vælg Den samme post to gange.'
        : whyNotDouble(db, pair);
    if (!pair || fault) {
      const faults = [{ field: 'anden', text: fault ?? '' }];
      return show(request, reply.code(422), db, kind, row, { typed, faults });
    }
    const location = once(db, doer, () => {
      const batchId = isSame
        ? joinAsks(db, doer, pair, reason)
        : joinDoubles(db, doer, pair, request.reading.today, reason);
      return withReceipt(recordPath(kind, row.id), batchId);
    });
    return reply.redirect(location, 303);
  });
}

function joinable(db: Db, { kind: slug, id }: OfRecord['Params']) {
  const kind = getKind(slug);
  const row = getRecord(db, kind, id);
  if ((!kind.isAsk && !kind.canBeDouble) || row.withdrawnOn !== null) throw new NotFoundError('Siden');
  return { kind, row };
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  kind: Editable,
  row: Row,
  {
    typed,
    faults = [],
    moved = [],
  }: { typed: TypedTexts; faults?: readonly Fault[]; moved?: readonly Moved[] },
) {
  const heading = kind.title(row);
  const path = recordPath(kind, row.id);
  const chosen = textOf(typed.anden) ?? '';
  const faultAt = (field: string) => faults.find((one) => one.field === field)?.text ?? '';
  const groups = Map.groupBy(candidatesFor(db, kind, row), ({ noun }) => noun);
  const page = {
    heading,
    action: `${path}/saml`,
    back: path,
    basis: String(row.revision),
    faults,
    moved,
    as: textOf(typed.som) ?? (kind.isAsk ? '' : 'dublet'),
    asFault: faultAt('som'),
    isAsk: kind.isAsk ?? false,
    canBeDouble: kind.canBeDouble ?? false,
    otherFault: faultAt('anden'),
    groups: [...groups].map(([noun, list]) => ({
      noun,
      options: list.map(({ key, title }) => ({ value: key, text: title, isSelected: key === chosen })),
    })),
    reason: textOf(typed.begrundelse) ?? '',
    reasonFault: faultAt('begrundelse'),
    canSave: !request.reading.isPast,
  };
  const title = 'Læg sammen med en anden';
  return reply.page('facts/merge', page, frameOf(title, [{ href: path, text: heading }, { text: title }]));
}
