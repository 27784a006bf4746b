/** Remarks on the source: what the material leaves open or has wrong, and what somebody found out about it. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import { findRow } from '#src/core/editing/rows.ts';
import { listRemarks, type Remark } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { plural } from '#src/shared/danish-text.ts';
import { NotFoundError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { resolveRemark } from './actions.ts';
import { type TypedTexts, textOf } from './field-views.ts';
import { remarkForm } from './forms.ts';
import { frameOf } from './frame.ts';
import { historyLines } from './history.ts';
import { kindOf, recordPath } from './kinds.ts';

const LIST = '/redaktion/oplysninger/bemaerkninger';
const TITLE = 'Bemærkninger til kilden';

interface OfRemark {
  Params: { id: string };
}

export function addRemarkRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const config = { access: 'staff' } as const;

  app.get(LIST, { config }, (request, reply) => {
    const shown = listRemarks(request.reading.db).filter((one) => one.shown);
    const [open, settled] = [shown.filter(isOpen), shown.filter((one) => !isOpen(one))];
    const page = {
      open: open.map((one) => lineOf(db, one)),
      settled: settled.map((one) => lineOf(db, one)),
      count: plural(open.length, 'bemærkning er åben', 'bemærkninger er åbne'),
    };
    return reply.page('facts/remarks', page, frameOf(TITLE, [{ text: TITLE }]));
  });

  app.get<OfRemark>(`${LIST}/:id`, { config }, (request, reply) => {
    const remark = getRemark(db, request.params.id);
    return show(request, reply, db, remark, { typed: { afklaring: remark.resolution ?? '' } });
  });

  app.post<OfRemark>(`${LIST}/:id`, { config }, (request, reply) => {
    const remark = getRemark(db, request.params.id);
    const form = readForm(remarkForm, request.body);
    const { typed } = form;
    const doer = request.doer(textOf(typed._noegle) || null);
    const done = firstAnswer(db, doer);
    if (done) return reply.redirect(done, 303);
    if ((Number(textOf(typed.grundlag)) || 0) !== remark.revision)
      return show(request, reply.code(409), db, remark, { typed, isStale: true });
    if (!form.isValid) return show(request, reply.code(422), db, remark, { typed, faults: form.faults });
    const { afklaring } = form.values;
    const location = once(db, doer, () => withReceipt(LIST, resolveRemark(db, doer, remark, afklaring)));
    return reply.redirect(location, 303);
  });
}

function isOpen({ resolution }: Remark): boolean {
  return resolution === null;
}

/** @throws NotFoundError */
function getRemark(db: Db, id: string): Remark {
  const found = listRemarks(db).find((one) => one.id === id);
  if (!found) throw new NotFoundError('Bemærkningen');
  return found;
}

function lineOf(db: Db, remark: Remark) {
  const { id, reason, words, resolution } = remark;
  return {
    href: `${LIST}/${encodeURIComponent(id)}`,
    text: reason,
    words,
    resolution: resolution ?? '',
    about: aboutOf(db, remark),
    sources: chipsOf(remark),
  };
}

/** The record that the remark is about, where it can be corrected; null where there is none. */
function aboutOf(db: Db, { entity, objectId }: Remark) {
  const kind = entity === null ? undefined : kindOf(entity);
  const row = kind && objectId !== null ? findRow(db, kind.entity, objectId) : undefined;
  return kind && row ? { title: kind.title(row), href: recordPath(kind, row.id) } : null;
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  db: Db,
  remark: Remark,
  {
    typed,
    faults = [],
    isStale = false,
  }: { typed: TypedTexts; faults?: readonly Fault[]; isStale?: boolean },
) {
  const history = historyLines(db, 'remark', remark.id, request.reading.nameOf);
  const page = {
    ...lineOf(db, remark),
    action: `${LIST}/${encodeURIComponent(remark.id)}`,
    back: LIST,
    basis: String(remark.revision),
    faults,
    typed: textOf(typed.afklaring) ?? '',
    fault: faults.find(({ field }) => field === 'afklaring')?.text ?? '',
    moved: isStale ? [movedOf(remark, textOf(typed.afklaring) ?? '', history[0]?.by ?? '')] : [],
    history,
    canSave: !request.reading.isPast,
  };
  const crumbs = [{ href: LIST, text: TITLE }, { text: 'Afklar' }];
  return reply.page('facts/remark', page, frameOf('Afklar en bemærkning', crumbs));
}

function movedOf({ resolution }: Remark, mine: string, by: string) {
  return { label: 'Afklaring', theirs: resolution ?? 'Ikke afklaret', by, mine };
}
