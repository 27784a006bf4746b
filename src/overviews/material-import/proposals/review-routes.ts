import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';
import { type Fault, readForm, typedOf } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { applyProposal } from './apply.ts';
import { comparisonOf } from './content.ts';
import { decide, decisionsOn, fittingDecision, type Wanted } from './decide.ts';
import { dayForm, decisionsForm, sentDecisions } from './forms.ts';
import { frame } from './frame.ts';
import { type Item, sortOut } from './items.ts';
import { proposalPage, slideWordsPage } from './proposal-page.ts';
import { type MaterialReader, reopen } from './reading.ts';
import { getProposal, keepComparison, keepDay, type ProposalRow, putAway, readAnew } from './store.ts';
import { proposalName, proposalPath } from './words.ts';

interface OfProposal {
  Params: { id: string };
}

const PATH = '/redaktion/indlaes/:id';
/** Some hundred decisions with what was shown of each. */
const DECISIONS_BYTES = 1024 * 1024;
const REFRESH_SECONDS = 2;

interface Shown {
  faults?: readonly Fault[];
  /** One Danish sentence of what was done. */
  done?: string;
  /** What somebody else changed meanwhile. */
  stale?: readonly Item[];
  moved?: readonly Item[];
  /** The proposal was compared again while somebody worked on an older page. */
  isCompared?: boolean;
  typed?: ReadonlyMap<string, string>;
}

export function addReviewRoutes(
  app: FastifyInstance,
  { db, reader }: { db: Db; reader: MaterialReader },
): void {
  app.get<OfProposal>(PATH, { config: { access: 'staff' } }, (request, reply) => show(request, reply, {}));

  app.get<{ Params: { id: string; slide: string } }>(
    `${PATH}/slide/:slide`,
    { config: { access: 'staff' } },
    (request, reply) => {
      const row = getProposal(db, request.params.id);
      const data = slideWordsPage(row, request.params.slide);
      if (!data) throw new NotFoundError('Sliden');
      const crumb = { href: proposalPath(row), text: proposalName(row) };
      return reply.page('material-import/slide', data, frame(data.heading, crumb, { text: data.heading }));
    },
  );

  app.post<OfProposal>(`${PATH}/dag`, { config: { access: 'staff' } }, (request, reply) => {
    const row = getProposal(db, request.params.id);
    const form = readForm(dayForm, request.body);
    if (!form.isValid) return show(request, reply.code(422), { faults: form.faults });
    if (row.decision !== null || (row.state !== 'read' && row.state !== 'ready'))
      throw new RefusedError(NOT_NOW);
    const doer = request.doer(form.values._noegle || null);
    let isToRead = false;
    once(db, doer, () => {
      isToRead = !keepDay(db, row, form.values.dag);
      if (isToRead) readAnew(db, row, form.values.dag);
      return proposalPath(row);
    });
    if (isToRead) reader.begin(row.id);
    return reply.redirect(proposalPath(row), 303);
  });

  app.post<OfProposal>(
    `${PATH}/afgoerelser`,
    { bodyLimit: DECISIONS_BYTES, config: { access: 'staff' } },
    (request, reply) => saveDecisions(request, reply, getProposal(db, request.params.id)),
  );

  app.post<OfProposal>(`${PATH}/laeg-vaek`, { config: { access: 'staff' } }, (request, reply) => {
    putAway(db, getProposal(db, request.params.id), request.now);
    return reply.redirect('/redaktion/indlaes', 303);
  });

  app.post<OfProposal>(`${PATH}/igen`, { config: { access: 'staff' } }, (request, reply) => {
    const row = getProposal(db, request.params.id);
    reopen(db, row, reader);
    return reply.redirect(proposalPath(row), 303);
  });

  function saveDecisions(request: FastifyRequest<OfProposal>, reply: FastifyReply, row: ProposalRow) {
    if (row.decision !== null || row.state !== 'ready') throw new RefusedError(NOT_NOW);
    const form = readForm(decisionsForm, request.body);
    if (!form.isValid) throw new RefusedError(NOT_NOW);
    const { handling, sammenligning, _noegle } = form.values;
    const sent = sentDecisions(typedOf(request.body));
    const typed = new Map(sent.map(({ key, decision }) => [key, decision]));
    if (sammenligning !== row.comparison) return show(request, reply.code(409), { isCompared: true, typed });
    const doer = request.doer(_noegle || null);
    const { kept, stale } = decide(db, doer, row.id, wantedOf(db, row, sent, handling === 'sikre'));
    if (stale.length > 0) return show(request, reply.code(409), { stale });
    if (handling === 'udgiv') return publish(request, reply, row, _noegle);
    const done = kept === 1 ? '1 afgørelse er gemt.' : `${kept} afgørelser er gemt.`;
    return show(request, reply, { done: kept === 0 ? 'Intet er ændret siden sidst.' : done });
  }

  function publish(request: FastifyRequest<OfProposal>, reply: FastifyReply, row: ProposalRow, key: string) {
    const doer = request.doer(key || null);
    let moved: Item[] = [];
    try {
      const location = once(db, doer, () => {
        const applied = applyProposal(db, doer, row.id);
        if (applied.kind === 'applied') return withReceipt(proposalPath(row), applied.batchId);
        moved = applied.items;
        return null;
      });
      if (location !== null) return reply.redirect(location, 303);
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      return show(request, reply.code(422), { faults: [{ field: '', text: error.message }] });
    }
    return show(request, reply.code(409), { moved });
  }

  function show(
    request: FastifyRequest<OfProposal>,
    reply: FastifyReply,
    shown: Shown,
  ): Promise<FastifyReply> {
    let row = getProposal(db, request.params.id);
    // Seeds are compared once somebody looks at them: what stood when they came may long have changed.
    if (row.kind === 'seed' && row.comparison === 0 && row.decision === null) row = keepComparison(db, row);
    const name = proposalName(row);
    const isReading = row.state === 'reading' && row.decision === null;
    const { stale = [], moved = [], faults = [], done = '', isCompared = false } = shown;
    return reply.page(
      'material-import/proposal',
      {
        ...proposalPage(db, row, shown.typed),
        progress: reader.progressOf(row.id),
        faults,
        faultOf: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
        typedDay: typedOf(request.body).dag,
        done,
        stale: stale.map(({ difference }) => difference.draft.label),
        moved: moved.map(({ difference }) => difference.draft.label),
        isCompared,
      },
      { ...frame(name, { text: name }), ...(isReading ? { refreshSeconds: REFRESH_SECONDS } : {}) },
    );
  }
}

const NOT_NOW =
  'Indlæsningen er læst igen eller afsluttet imens. Gå tilbage til den, og se, hvordan den står.';

/** What the person has changed on the page, and, when asked for, everything that is sure and undecided. */
function wantedOf(
  db: Db,
  row: ProposalRow,
  sent: ReturnType<typeof sentDecisions>,
  withCertain: boolean,
): Wanted[] {
  const comparison = comparisonOf(row);
  const items = comparison ? sortOut(comparison).items : [];
  const byKey = new Map(items.map((item) => [item.key, item]));
  const changed = sent.flatMap(({ key, decision, seen, shown }): Wanted[] => {
    const item = byKey.get(key);
    return item && decision !== shown ? [{ item, decision: decision || null, corrections: null, seen }] : [];
  });
  if (!withCertain) return changed;
  const decisions = decisionsOn(db, row.id);
  const touched = new Set(changed.map(({ item }) => item.key));
  const certain = items.filter(
    (item) => item.isCertain && !touched.has(item.key) && !fittingDecision(decisions, item),
  );
  return [
    ...changed,
    ...certain.map((item): Wanted => {
      const seen = decisions.get(item.key)?.version ?? 0;
      return { item, decision: 'accept', corrections: null, seen };
    }),
  ];
}
