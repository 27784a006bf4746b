import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '#src/db/client.ts';
import { plural } from '#src/shared/danish-text.ts';
import { type Fault, typedOf } from '#src/web/forms.ts';
import { reviewQuery } from './forms.ts';
import { frame } from './frame.ts';
import type { Item } from './items.ts';
import { proposalPage } from './proposal-page.ts';
import type { MaterialReader } from './reading.ts';
import { getProposal, keepComparison } from './store.ts';
import { proposalName } from './words.ts';

/** What has just happened on the page that is shown. */
export interface Shown {
  faults?: readonly Fault[];
  /** What somebody else changed meanwhile. */
  stale?: readonly Item[];
  moved?: readonly Item[];
  /** The proposal was compared again while somebody worked on an older page. */
  isCompared?: boolean;
  typed?: ReadonlyMap<string, string>;
  /** Of a form that is shown again, the part it was sent from. */
  page?: number;
}

export type ShowProposal = (
  request: FastifyRequest<{ Params: { id: string } }>,
  reply: FastifyReply,
  shown: Shown,
) => Promise<FastifyReply>;

const REFRESH_SECONDS = 2;

export function showProposal(db: Db, reader: MaterialReader): ShowProposal {
  return (request, reply, shown) => {
    let row = getProposal(db, request.params.id);
    // Seeds are compared once somebody looks at them: what stood when they came may long have changed.
    if (row.kind === 'seed' && row.comparison === 0 && row.decision === null) row = keepComparison(db, row);
    const name = proposalName(row);
    const isReading = row.state === 'reading' && row.decision === null;
    const { stale = [], moved = [], faults = [], isCompared = false, typed = new Map() } = shown;
    const { side, gemt } = reviewQuery.parse(request.query);
    return reply.page(
      'material-import/proposal',
      {
        ...proposalPage(db, row, { page: shown.page ?? side, typed }),
        progress: reader.progressOf(row.id),
        faults,
        faultOf: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
        typedDay: typedOf(request.body).dag,
        done: doneText(gemt),
        stale: stale.map(({ difference }) => difference.draft.label),
        moved: moved.map(({ difference }) => difference.draft.label),
        isCompared,
      },
      { ...frame(name, { text: name }), ...(isReading ? { refreshSeconds: REFRESH_SECONDS } : {}) },
    );
  };
}

function doneText(kept: number | undefined): string {
  if (kept === undefined) return '';
  if (kept === 0) return 'Intet er ændret siden sidst.';
  return `${plural(kept, 'afgørelse', 'afgørelser')} er gemt.`;
}
