/** KOMBIT corrects what a municipality has answered by mistake: with a reason that the municipality reads. */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { ownMatter } from '#src/core/answers/queries.ts';
import { once } from '#src/core/deeds/once.ts';
import { getMunicipality, type Municipality } from '#src/core/municipalities/queries.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm, type Typed } from '#src/web/forms.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { answerSets } from './actions.ts';
import { getAnswered, readAnswer } from './applicability.ts';
import { correctForm, correctQuery } from './forms.ts';

const PATH = '/redaktion/svar/:slug/bruger';

type OfMunicipality = { Params: { slug: string } };

/** What is to be seen beside the question itself. */
interface Shown {
  typed?: Typed;
  faults?: readonly Fault[];
  conflict?: string;
}

export function addCorrectionRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const show = (
    reply: FastifyReply,
    municipality: Municipality,
    questionId: string,
    { typed = {}, faults = [], conflict = '' }: Shown = {},
  ) => {
    const own = ownMatter(db, municipality.id);
    const question = getAnswered(db, questionId, own);
    const page = {
      municipalityName: municipality.officialName,
      municipalityHref: `/kommuner/${municipality.slug}`,
      action: PATH.replace(':slug', municipality.slug),
      question,
      revision: own.setsRevision,
      chosen: typed.svar ?? '',
      reason: typed.begrundelse ?? '',
      faults,
      fault: Object.fromEntries(faults.map(({ field, text }) => [field, text])),
      conflict,
    };
    return reply.page('answers/correct', page, {
      title: `Ret svaret, ${municipality.name}`,
      breadcrumb: [
        { href: '/', text: 'Forside' },
        { href: page.municipalityHref, text: municipality.name },
        { text: 'Ret svaret' },
      ],
      staff: 'answers',
      forWork: true,
      robots: 'noindex',
      source: null,
    });
  };

  app.get<OfMunicipality>(PATH, { config: { access: 'staff' } }, (request, reply) => {
    const query = readForm(correctQuery, request.query);
    if (!query.isValid) throw new InvalidInputError('Vælg et svar på kommunens side.');
    return show(reply, getMunicipality(db, request.params.slug), query.values.spoergsmaal);
  });

  app.post<OfMunicipality>(PATH, { config: { access: 'staff' }, bodyLimit: 256 * 1024 }, (request, reply) => {
    const municipality = getMunicipality(db, request.params.slug);
    const form = readForm(correctForm, request.body);
    const questionId = String(form.typed.spoergsmaal ?? '');
    if (!form.isValid) return show(reply.code(422), municipality, questionId, form);
    const { svar, begrundelse: reason, grundlag: revision, _noegle } = form.values;
    const { belongs, said } = readAnswer(db, questionId, svar);
    const asked = {
      code: municipality.id,
      today: request.reading.realToday,
      revision,
      title: `Rettet af KOMBIT: ${municipality.officialName} har svaret ${said}.`,
      reason,
    };
    const doer = request.doer(_noegle || null);
    const location = once(db, doer, () => {
      const batchId = answerSets(db, doer, asked, belongs);
      return batchId === null ? null : withReceipt(`/kommuner/${municipality.slug}`, batchId);
    });
    if (location !== null) return reply.redirect(location, 303);
    const conflict =
      'Svaret er ændret, mens I arbejdede, og jeres rettelse er ikke gemt. Herunder står, hvad der gælder nu. Gem igen, hvis rettelsen stadig er rigtig.';
    return show(reply.code(409), municipality, questionId, { typed: form.typed, conflict });
  });
}
