import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Db } from '#src/db/client.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';
import { type Fault, typedOf } from '#src/web/forms.ts';
import { arrange, pageWith } from './arrange.ts';
import { comparisonOf, importContent, NO_DIFFERENCE, openQuestions, wordsOf } from './content.ts';
import { correctionFields, readCorrections } from './corrections.ts';
import { decide, decisionsOn, fittingDecision } from './decide.ts';
import { frame } from './frame.ts';
import { type Item, sortOut } from './items.ts';
import { getProposal, type ProposalRow } from './store.ts';
import { proposalName, proposalPath } from './words.ts';

interface OfItem {
  Params: { id: string; key: string };
}

const PATH = '/redaktion/indlaes/:id/ret/:key';

/** One difference with its slide's words beside it, to be put right before it is accepted. */
export function addCorrectionRoutes(app: FastifyInstance, db: Db): void {
  app.get<OfItem>(PATH, { config: { access: 'staff' } }, (request, reply) => {
    const { row, item } = found(request);
    return show(request, reply, row, item, []);
  });

  app.post<OfItem>(PATH, { config: { access: 'staff' } }, (request, reply) => {
    const { row, item } = found(request);
    const typed = typedOf(request.body);
    const seen = Number(typed.version) || 0;
    const meetingDay = row.meetingDay ?? request.reading.today;
    const read = readCorrections(db, item, typed, meetingDay);
    if ('faults' in read) return show(request, reply.code(422), row, item, read.faults);
    const isCorrected = Object.keys(read.corrections).length > 0;
    const wanted = {
      item,
      decision: isCorrected ? ('correct' as const) : ('accept' as const),
      corrections: isCorrected ? read.corrections : null,
      seen,
    };
    const { stale } = decide(db, request.doer(), row.id, [wanted]);
    if (stale.length > 0) {
      const text =
        'En anden har afgjort ændringen, mens I arbejdede. Se afgørelsen, og gem igen, hvis jeres skal gælde.';
      return show(request, reply.code(409), row, item, [{ field: '', text }]);
    }
    return reply.redirect(placeOf(row, item), 303);
  });

  function found(request: FastifyRequest<OfItem>): { row: ProposalRow; item: Item } {
    const row = getProposal(db, request.params.id);
    const { items } = sortOut(comparisonOf(row) ?? NO_DIFFERENCE, openQuestions(row));
    const item = items.find(({ key }) => key === request.params.key);
    if (!item) throw new NotFoundError('Ændringen');
    if (row.decision !== null) throw new RefusedError('Indlæsningen er allerede afsluttet.');
    return { row, item };
  }

  function show(
    request: FastifyRequest<OfItem>,
    reply: FastifyReply,
    row: ProposalRow,
    item: Item,
    faults: readonly Fault[],
  ): Promise<FastifyReply> {
    const decisions = decisionsOn(db, row.id);
    const decision = fittingDecision(decisions, item);
    const typed = typedOf(request.body);
    const { slide, label } = item.difference.draft;
    const fields = correctionFields(db, item, decision?.corrections ?? {}, typed).map((field) => ({
      ...field,
      fault: faults.find((one) => one.field === field.name)?.text ?? '',
    }));
    return reply.page(
      'material-import/correction',
      {
        label,
        faults,
        fields,
        action: `${proposalPath(row)}/ret/${item.key}`,
        back: placeOf(row, item),
        version: decisions.get(item.key)?.version ?? 0,
        slide,
        lines: linesOf(row, slide),
      },
      frame('Ret ændringen', { href: proposalPath(row), text: proposalName(row) }, { text: 'Ret ændringen' }),
    );
  }
}

function linesOf(row: ProposalRow, slide: number | null): string[] {
  const content = importContent(row);
  return (content && slide !== null && wordsOf(content).get(slide)) || [];
}

/** Where the difference stands in the review. */
function placeOf(row: ProposalRow, { key }: Item): string {
  const { items } = sortOut(comparisonOf(row) ?? NO_DIFFERENCE, openQuestions(row));
  return `${proposalPath(row)}?side=${pageWith(arrange(items), key)}#${key}`;
}
