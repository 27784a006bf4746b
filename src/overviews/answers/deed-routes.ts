import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { noteKey, saveNote, standingNote } from '#src/core/answers/notes.ts';
import { once } from '#src/core/deeds/once.ts';
import { roleInWords } from '#src/core/municipal-contacts/queries.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import type { Deadline } from '#src/overviews/deadlines/index.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm, type Typed } from '#src/web/forms.ts';
import { ownPath } from '#src/web/own-address.ts';
import { findOwnContact, getOwnMunicipality } from '#src/web/own-municipality.ts';
import { answerHref } from '#src/web/own-status.ts';
import { withReceipt } from '#src/web/receipt.ts';
import { type Asked, answerAsk, answerSets, assignAsk, reopenAsk, type Said } from './actions.ts';
import { readAnswer } from './applicability.ts';
import { findAsk } from './ask.ts';
import type { Shown } from './ask-page.ts';
import { type AnswerForm, answerForm, assignForm, noteForm, pressedForm, setForm } from './forms.ts';

/** A text that is too long for its field still comes back to be shortened. */
const FORM = { bodyLimit: 256 * 1024, config: { access: 'municipality' } } as const;

type OfMunicipality = { Params: { slug: string } };

/** Shows the page of an ask again, with what was typed. */
export type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  municipality: Municipality,
  ask: Deadline,
  shown?: Shown,
) => Promise<FastifyReply>;

/** Says that the ask is not there any more, with what was typed about it. */
export type ShowGone = (
  reply: FastifyReply,
  municipality: Municipality,
  typed?: Typed,
) => Promise<FastifyReply>;

export function addAnswerDeeds(
  app: FastifyInstance,
  { db }: PortalGround,
  { show, showGone }: { show: Show; showGone: ShowGone },
): void {
  app.post<OfMunicipality>('/kommuner/:slug/svar', FORM, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const pressed = readForm(pressedForm, request.body);
    if (!pressed.isValid) throw new InvalidInputError(pressed.faults[0]?.text ?? '');
    const { loest, aaben, tilbage, _noegle } = pressed.values;
    const button = loest ?? aaben;
    if (!button) return answerInFull(request, reply, municipality);
    const ask = findAsk(request, municipality.id, button.key);
    if (!ask) return showGone(reply, municipality);
    const { today } = request.reading;
    const form = {
      svar: loest ? 'loest' : 'aaben',
      dato: today,
      bemaerkning: '',
      grundlag: button.revision,
      tilbage,
      // The buttons of a list share its form: each of them is done once.
      _noegle: `${_noegle} ${button.key}`,
    } as const;
    return answer(request, reply, municipality, ask, form, { svar: form.svar, tilbage });
  });

  function answerInFull(request: FastifyRequest, reply: FastifyReply, municipality: Municipality) {
    const form = readForm(answerForm(request.reading.today), request.body);
    const ask = findAsk(request, municipality.id, String(form.typed.opgave ?? ''));
    if (!ask) return showGone(reply, municipality, form.typed);
    if (!form.isValid) return show(request, reply.code(422), municipality, ask, form);
    return answer(request, reply, municipality, ask, form.values, form.typed);
  }

  function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    municipality: Municipality,
    ask: Deadline,
    form: Omit<AnswerForm, 'opgave'>,
    typed: Typed,
  ) {
    const { id: code, slug } = municipality;
    const doer = request.doer(form._noegle.trim() || null);
    const asked: Asked = { code, ask, today: request.reading.today, revision: form.grundlag };
    const back = form.tilbage === '' ? `/kommuner/${slug}` : ownPath(form.tilbage);
    const location = once(db, doer, () => {
      const said = saidIn(form);
      const batchId = said ? answerAsk(db, doer, asked, said) : reopenAsk(db, doer, asked);
      return batchId === null ? null : withReceipt(back, batchId);
    });
    if (location !== null) return reply.redirect(location, 303);
    const conflict =
      'Opgaven er ændret, mens I arbejdede. Øverst står, hvad der gælder nu. Jeres eget svar er ikke gemt. Gem igen, hvis det stadig gælder.';
    return show(request, reply.code(409), municipality, ask, { typed, conflict });
  }

  app.post<OfMunicipality>('/kommuner/:slug/hvem', FORM, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const form = readForm(assignForm, request.body);
    if (!form.isValid) throw new InvalidInputError(form.faults[0]?.text ?? '');
    const { opgave, grundlag, hvem, _noegle } = form.values;
    const ask = findAsk(request, municipality.id, opgave);
    if (!ask) return showGone(reply, municipality);
    const contact = findOwnContact(db, request, municipality.id, hvem);
    if (hvem !== '' && !contact) {
      const gone = 'Kontakten står ikke på listen længere. Vælg en anden under »Hvem har opgaven«.';
      return show(request, reply.code(404), municipality, ask, { conflict: gone });
    }
    const holder = contact ? { contactId: contact.id, role: roleInWords(db, contact) } : null;
    const doer = request.doer(_noegle || null);
    const asked: Asked = { code: municipality.id, ask, today: request.reading.today, revision: grundlag };
    const location = once(db, doer, () => {
      const batchId = assignAsk(db, doer, asked, holder);
      return batchId === null ? null : withReceipt(answerHref(municipality.slug, ask.key), batchId);
    });
    if (location !== null) return reply.redirect(location, 303);
    const conflict =
      'Opgaven er givet videre, mens I arbejdede. Under »Hvem har opgaven« står, hvem der har den nu.';
    return show(request, reply.code(409), municipality, ask, { conflict });
  });

  app.post<OfMunicipality>('/kommuner/:slug/note', FORM, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const form = readForm(noteForm, request.body);
    const ask = findAsk(request, municipality.id, String(form.typed.opgave ?? ''));
    if (!ask) return showGone(reply, municipality, form.typed);
    if (!form.isValid) return show(request, reply.code(422), municipality, ask, form);
    const { note: text, grundlag: version } = form.values;
    const isSaved = saveNote(db, request.doer(), {
      code: municipality.id,
      ask: noteKey(db, municipality.id, ask.keys),
      text,
      version,
    });
    if (isSaved) return reply.redirect(`${answerHref(municipality.slug, ask.key)}#note`, 303);
    const now = 'Noten er ændret, mens I skrev. Jeres tekst står i feltet og er ikke gemt.';
    return show(request, reply.code(409), municipality, ask, {
      typed: form.typed,
      conflict: `${now} Nu står der: »${standingNote(db, municipality.id, ask.keys)}«. Gem igen, hvis jeres skal gælde.`,
    });
  });

  app.post<OfMunicipality>('/kommuner/:slug/gaelder', FORM, (request, reply) => {
    const { id: code, slug } = getOwnMunicipality(db, request);
    const form = readForm(setForm, request.body);
    if (!form.isValid) throw new InvalidInputError(form.faults[0]?.text ?? '');
    const { spoergsmaal, svar, grundlag, _noegle } = form.values;
    const { belongs, said } = readAnswer(db, spoergsmaal, svar);
    const doer = request.doer(_noegle ? `${_noegle} ${spoergsmaal}` : null);
    const asked = { code, today: request.reading.today, revision: grundlag, title: `I har svaret ${said}.` };
    const location = once(db, doer, () => {
      const batchId = answerSets(db, doer, asked, belongs);
      return batchId === null ? null : withReceipt(`/kommuner/${slug}`, batchId);
    });
    return reply.redirect(location ?? `/kommuner/${slug}?imens=svaret`, 303);
  });
}

function saidIn({ svar, dato, bemaerkning: remark }: Omit<AnswerForm, 'opgave'>): Said | null {
  switch (svar) {
    case 'loest':
      return { status: 'done', doneOn: dato, remark };
    case 'i-gang':
      return { status: 'in-progress', remark };
    case 'ikke-relevant':
      return { status: 'not-relevant', remark };
    case 'aaben':
      return null;
  }
}
