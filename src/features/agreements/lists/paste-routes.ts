import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listNamed } from '#src/core/municipalities/queries.ts';
import { getSolution } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { type Agreement, getAgreement } from '#src/features/agreements/queries.ts';
import { signatureRows } from '#src/features/agreements/signatures-view.ts';
import { saveSignatures } from '#src/features/agreements/signing/save.ts';
import { movedSince, signingHead } from '#src/features/agreements/signing/stale.ts';
import { headingOf } from '#src/features/agreements/wording.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm, type Typed } from '#src/web/forms.ts';
import { contentHash, savedBefore } from './earlier.ts';
import { decisionsOf, MOST_UNSURE, pasteForm } from './forms.ts';
import { movedView } from './moved-view.ts';
import { fieldsOf, proposalView, type Read, receiptWords } from './paste-page.ts';
import { pastedNames } from './pasted-names.ts';
import { type ListWords, propose } from './proposal.ts';
import { saidInText } from './said-in-text.ts';
import { saveOnce } from './save-once.ts';

/** The text of a slide with everything around it; more than the global limit of a form. */
const LONGEST_TEXT = 512 * 1024;

interface OfAgreement {
  Params: { slug: string };
}

export function addPasteRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const path = '/redaktion/underskrifter/:slug/indsaet';

  app.get<OfAgreement>(path, { config: { access: 'staff' } }, (request, reply) => {
    const agreement = getAgreement(db, request.params.slug);
    return show(request, reply, agreement, { typed: { opgjort: dayInTable(request.reading.today) } });
  });

  app.post<OfAgreement>(path, { bodyLimit: LONGEST_TEXT, config: { access: 'staff' } }, (request, reply) => {
    const agreement = getAgreement(db, request.params.slug);
    const form = readForm(pasteForm(request.reading.today), request.body);
    if (!form.isValid) return show(request, reply.code(422), agreement, form);
    const { values, typed } = form;
    const read = readPaste(db, agreement, values, typed, request.reading.today);
    if (read.names.unsure.length > MOST_UNSURE) {
      const text = `Teksten har mere end ${MOST_UNSURE} navne, som portalen ikke kender. Der er 98 kommuner: indsæt kun listen.`;
      return show(request, reply.code(422), agreement, { typed, faults: [{ field: 'tekst', text }] });
    }
    const head = signingHead(db, agreement.id);
    if (values.trin === 'tolk') return show(request, reply, agreement, { typed, read, head });
    if (read.proposal.open.length > 0) {
      const text = `Vælg kommune for ${read.proposal.open.length === 1 ? 'det navn' : 'de navne'}, der skal afgøres, eller vælg Ikke en kommune.`;
      return show(request, reply.code(422), agreement, {
        typed,
        read,
        head,
        faults: [{ field: 'valg', text }],
      });
    }
    const doer = request.doer(values._noegle || null);
    const shown = { agreementId: agreement.id, basis: values.grundlag };
    const location = saveOnce(db, doer, shown, () => save(db, doer, agreement, read));
    if (location !== null) return reply.redirect(location, 303);
    const moved = movedSince(db, agreement.id, Number(values.grundlag) || 0);
    const now = signingHead(db, agreement.id);
    return show(request, reply.code(409), agreement, { typed, read, head: now, moved });
  });
}

interface Values {
  tekst: string;
  liste: 'mangler' | 'underskrevet';
  opgjort: string;
  resten: 'saettes' | 'uaendret';
}

function readPaste(db: Db, agreement: Agreement, values: Values, typed: Typed, today: string): Read {
  const rows = signatureRows(db, agreement.id);
  const names = pastedNames(values.tekst, listNamed(db));
  const decisions = decisionsOf(typed);
  const words: ListWords = {
    listed: values.liste === 'mangler' ? 'missing' : 'signed',
    setsRest: values.resten === 'saettes',
  };
  const proposal = propose(names, decisions, words, rows);
  return {
    names,
    decisions,
    words,
    proposal,
    said: saidInText(values.tekst, today),
    rows,
    countedOn: values.opgjort,
  };
}

function save(db: Db, doer: Parameters<typeof saveSignatures>[1], agreement: Agreement, read: Read): number {
  const { proposal, words, said, countedOn } = read;
  return saveSignatures(db, doer, {
    kind: 'paste',
    agreement,
    countedOn,
    title: receiptWords(proposal, words),
    materialHash: contentHash(agreement.id, countedOn, proposal.registrations),
    registrations: proposal.registrations,
    list: { listed: words.listed, statedCount: said.counts[0] ?? null, listedCount: proposal.listed.length },
  });
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  agreement: Agreement,
  shown: {
    typed: Typed;
    faults?: readonly Fault[];
    read?: Read;
    head?: number;
    moved?: ReturnType<typeof movedSince>;
  },
): Promise<FastifyReply> {
  const { db } = request.reading;
  const { typed, faults = [], read, head = 0, moved = [] } = shown;
  const heading = headingOf(agreement, getSolution(db, agreement.solutionId).name);
  const grid = `/redaktion/underskrifter/${agreement.id}`;
  const hash = read && contentHash(agreement.id, read.countedOn, read.proposal.registrations);
  return reply.page(
    'agreements/paste',
    {
      agreement: heading,
      action: `${grid}/indsaet`,
      grid,
      fields: fieldsOf(typed, faults),
      faults,
      proposal: read ? proposalView(read) : null,
      savedBefore: hash ? savedBefore(db, hash) : null,
      basis: String(head),
      moved: movedView(moved),
    },
    {
      title: 'Indsæt liste',
      staff: 'signatures',
      forWork: true,
      source: null,
      robots: 'noindex',
      breadcrumb: [
        { href: '/', text: 'Forside' },
        { href: '/redaktion/underskrifter', text: 'Underskrifter' },
        { href: grid, text: heading },
        { text: 'Indsæt liste' },
      ],
    },
  );
}
