import type { FastifyInstance, FastifyRequest } from 'fastify';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import type { Db } from '#src/db/client.ts';
import { NotFoundError, RefusedError } from '#src/shared/errors.ts';
import { readForm, typedOf } from '#src/web/forms.ts';
import { keepAnswers } from './answers.ts';
import { addDecisionRoutes, NOT_NOW } from './decision-routes.ts';
import { answersForm, dayForm, sentAnswers } from './forms.ts';
import { frame } from './frame.ts';
import { slideWordsPage } from './proposal-page.ts';
import { type MaterialReader, reopen } from './reading.ts';
import { showProposal } from './show-proposal.ts';
import { getProposal, keepDay, type ProposalRow, putAway, readAnew } from './store.ts';
import { proposalName, proposalPath } from './words.ts';

interface OfProposal {
  Params: { id: string };
}

const PATH = '/redaktion/indlaes/:id';

export function addReviewRoutes(
  app: FastifyInstance,
  { db, reader }: { db: Db; reader: MaterialReader },
): void {
  const show = showProposal(db, reader);
  addDecisionRoutes(app, db, show);

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
    takeDay(request, row, form.values.dag, form.values._noegle);
    return reply.redirect(proposalPath(row), 303);
  });

  app.post<OfProposal>(`${PATH}/svar`, { config: { access: 'staff' } }, (request, reply) => {
    const row = getProposal(db, request.params.id);
    if (row.decision !== null || row.state !== 'ready') throw new RefusedError(NOT_NOW);
    const form = readForm(answersForm, request.body);
    if (!form.isValid) throw new RefusedError(NOT_NOW);
    const doer = request.doer(form.values._noegle || null);
    const before = firstAnswer(db, doer);
    if (before !== undefined) return reply.redirect(before, 303);
    const typed = sentAnswers(typedOf(request.body));
    if (form.values.sammenligning !== row.comparison)
      return show(request, reply.code(409), { isCompared: true, typed });
    let fault: string | null = null;
    const location = once(db, doer, () => {
      fault = keepAnswers(db, row, typed);
      return fault === null ? proposalPath(row) : null;
    });
    if (location !== null) return reply.redirect(location, 303);
    return show(request, reply.code(422), { faults: [{ field: '', text: fault ?? NOT_NOW }], typed });
  });

  app.post<OfProposal>(`${PATH}/laeg-vaek`, { config: { access: 'staff' } }, (request, reply) => {
    putAway(db, getProposal(db, request.params.id), request.now);
    return reply.redirect('/redaktion/indlaes', 303);
  });

  app.post<OfProposal>(`${PATH}/igen`, { config: { access: 'staff' } }, (request, reply) => {
    const row = getProposal(db, request.params.id);
    reopen(db, row, reader);
    return reply.redirect(proposalPath(row), 303);
  });

  function takeDay(request: FastifyRequest, row: ProposalRow, day: string, key: string): void {
    let isToRead = false;
    once(db, request.doer(key || null), () => {
      isToRead = !keepDay(db, row, day);
      if (isToRead) readAnew(db, row, day);
      return proposalPath(row);
    });
    // After the commit: the reader looks the day up in the database.
    if (isToRead) reader.begin(row.id);
  }
}
