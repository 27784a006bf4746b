import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { readForm, typedOf } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { applyProposal } from './apply.ts';
import { sectionOf } from './arrange.ts';
import { comparisonOf, NO_DIFFERENCE, openQuestions } from './content.ts';
import { decide, decisionsOn, fittingDecision, type Wanted } from './decide.ts';
import { decisionsForm, type SentDecision, sentDecisions } from './forms.ts';
import { type Item, sortOut } from './items.ts';
import type { ShowProposal } from './show-proposal.ts';
import { getProposal, type ProposalRow } from './store.ts';
import { proposalPath } from './words.ts';

interface OfProposal {
  Params: { id: string };
}

const PATH = '/redaktion/indlaes/:id/afgoerelser';
/** Some hundred decisions with what was shown of each. */
const DECISIONS_BYTES = 1024 * 1024;

export const NOT_NOW =
  'Indlæsningen er læst igen eller afsluttet imens. Gå tilbage til den, og se, hvordan den står.';

/** Decisions are kept from part to part; publishing takes all that are kept. */
export function addDecisionRoutes(app: FastifyInstance, db: Db, show: ShowProposal): void {
  app.post<OfProposal>(
    PATH,
    { bodyLimit: DECISIONS_BYTES, config: { access: 'staff' } },
    (request, reply) => {
      const row = getProposal(db, request.params.id);
      if (row.decision !== null || row.state !== 'ready') throw new RefusedError(NOT_NOW);
      const form = readForm(decisionsForm, request.body);
      if (!form.isValid) throw new RefusedError(NOT_NOW);
      const { handling, sammenligning, side: page, _noegle } = form.values;
      const sent = sentDecisions(typedOf(request.body));
      if (sammenligning !== row.comparison) {
        const typed = new Map(sent.map(({ key, decision }) => [key, decision]));
        return show(request, reply.code(409), { isCompared: true, typed, page });
      }
      const { kept, stale } = decide(
        db,
        request.doer(_noegle || null),
        row.id,
        wantedOf(db, row, sent, handling),
      );
      if (stale.length > 0) return show(request, reply.code(409), { stale, page });
      if (handling === 'udgiv') return publish(request, reply, row, _noegle, page);
      const next = handling === 'naeste' ? page + 1 : page;
      return reply.redirect(`${proposalPath(row)}?side=${next}&gemt=${kept}`, 303);
    },
  );

  function publish(
    request: FastifyRequest<OfProposal>,
    reply: FastifyReply,
    row: ProposalRow,
    key: string,
    page: number,
  ) {
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
      return show(request, reply.code(422), { faults: [{ field: '', text: error.message }], page });
    }
    return show(request, reply.code(409), { moved, page });
  }
}

/** What the person has changed on the page, and what of the undecided is decided together with it. */
function wantedOf(db: Db, row: ProposalRow, sent: readonly SentDecision[], handling: string): Wanted[] {
  const { items } = sortOut(comparisonOf(row) ?? NO_DIFFERENCE, openQuestions(row));
  const byKey = new Map(items.map((item) => [item.key, item]));
  const changed = sent.flatMap(({ key, decision, seen, shown }): Wanted[] => {
    const item = byKey.get(key);
    return item && decision !== shown ? [{ item, decision: decision || null, corrections: null, seen }] : [];
  });
  const together = togetherOf(handling);
  if (!together) return changed;
  const decisions = decisionsOn(db, row.id);
  const touched = new Set(changed.map(({ item }) => item.key));
  const open = items.filter(
    (item) => together.isMeant(item) && !touched.has(item.key) && !fittingDecision(decisions, item),
  );
  return [
    ...changed,
    ...open.map((item): Wanted => {
      const seen = decisions.get(item.key)?.version ?? 0;
      return { item, decision: together.decision, corrections: null, seen };
    }),
  ];
}

/** Null where only what was chosen one by one is decided. What must be looked up is never decided together. */
function togetherOf(
  handling: string,
): { decision: 'accept' | 'reject'; isMeant: (item: Item) => boolean } | null {
  if (handling === 'sikre') return { decision: 'accept', isMeant: ({ isCertain }) => isCertain };
  const [, verb, section, entity] = /^(godkend|afvis)-([a-z]+)-([a-z0-9_]+)$/.exec(handling) ?? [];
  if (!verb) return null;
  const isMeant = (item: Item) =>
    sectionOf(item) === section &&
    item.difference.draft.entity === entity &&
    (section !== 'look' || item.group === 'gone');
  return { decision: verb === 'godkend' ? 'accept' : 'reject', isMeant };
}
