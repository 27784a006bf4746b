import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { firstAnswer, once } from '#src/core/deeds/once.ts';
import { listContactsOf } from '#src/core/municipal-contacts/queries.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { type Fault, readForm } from '#src/web/forms.ts';
import {
  findOwnContact,
  getOwnMunicipality,
  getSeenMunicipality,
  mayAnswer,
} from '#src/web/own-municipality.ts';
import { addContact, changeContact, confirmContacts, eraseContact, handOver } from './actions.ts';
import { confirmForm, contactForm, contactQuery, handOverForm, oneForm, SAME_PERSON } from './forms.ts';
import { contactFormPage, contactsPage, handOverPage } from './page.ts';
import { contactsStanding, isSamePerson } from './rules.ts';
import { contactSheet } from './sheet.ts';

const OWN = { config: { access: 'municipality' } } as const;
/** Longer than any field, so that a text that is too long comes back to be shortened. */
const OWN_FORM = { ...OWN, bodyLimit: 256 * 1024 };

/** What was just done, by the word in the address: what is no journal entry has no receipt of its own. */
const DONE: Readonly<Record<string, string>> = {
  gemt: 'Kontakten er gemt.',
  slettet: 'Kontakten er slettet.',
  bekraeftet: 'Tak. Oplysningerne er bekræftet i dag.',
  overdraget: 'Alle roller og opgaver er overdraget.',
};

/** Erased by a colleague, or never this municipality's: the answer is the same. */
const GONE = 'Kontakten står ikke på listen længere. En kollega kan have slettet den.';

type Route = { Params: { slug: string } };

export function contactRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const path = '/kommuner/:slug/kontakter';
  const listOf = ({ slug }: Municipality, done: string) => `/kommuner/${slug}/kontakter?udfoert=${done}`;

  app.get<Route>(path, { config: { access: 'signed-in' } }, (request, reply) => {
    const municipality = getSeenMunicipality(db, request);
    const { udfoert } = request.query as Record<string, unknown>;
    return showList(request, reply, municipality, { done: DONE[String(udfoert)] ?? '' });
  });

  addExport<Route>(
    app,
    path,
    (request) => contactSheet(contactsPage(db, getSeenMunicipality(db, request), request.reading.realToday)),
    { access: 'signed-in' },
  );

  function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    municipality: Municipality,
    { done = '', gone = '' }: { done?: string; gone?: string },
  ) {
    const list = contactsPage(db, municipality, request.reading.realToday);
    const page = { ...list, mayChange: mayAnswer(request, municipality.id), done, gone };
    return show(reply, 'contacts/list', page, municipality, 'Kontakter');
  }

  app.get<Route>(`${path}/ret`, OWN, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const query = readForm(contactQuery, request.query);
    if (!query.isValid) throw new InvalidInputError('Vælg en kontakt på listen.');
    const { kontakt } = query.values;
    const contact = findOwnContact(db, request, municipality.id, kontakt);
    if (kontakt !== '' && !contact) return showList(request, reply.code(404), municipality, { gone: GONE });
    const page = contactFormPage(db, municipality, contact, contact ? {} : query.typed, []);
    return show(reply, 'contacts/form', page, municipality, page.title);
  });

  app.post<Route>(`${path}/ret`, OWN_FORM, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const form = readForm(contactForm(new Set(listSolutions(db).map(({ id }) => id))), request.body);
    const asked = String(form.typed.kontakt ?? '');
    const contact = findOwnContact(db, request, municipality.id, asked);
    const again = (status: number, faults: Parameters<typeof contactFormPage>[4], conflict = '') => {
      const page = contactFormPage(db, municipality, contact, form.typed, faults, conflict);
      return show(reply.code(status), 'contacts/form', page, municipality, page.title);
    };
    if (asked !== '' && !contact)
      return again(404, [], `${GONE} Gem igen, hvis den skal oprettes på ny med det, I har skrevet.`);
    if (!form.isValid) return again(422, form.faults);
    const {
      grundlag,
      rolle: role,
      loesning: solutionId,
      navn: name,
      mail: email,
      telefon: phone,
    } = form.values;
    const filled = { role, solutionId, name, email, phone };
    const doer = request.doer(form.values._noegle || null);
    const { realToday } = request.reading;
    const location = once(db, doer, () => {
      if (contact && contact.version !== grundlag) return null;
      if (contact) changeContact(db, doer, contact, filled, realToday);
      else addContact(db, doer, municipality.id, filled, realToday);
      return listOf(municipality, 'gemt');
    });
    if (location !== null) return reply.redirect(location, 303);
    const now = [contact?.name, contact?.email, contact?.phone].filter(Boolean).join(', ');
    return again(
      409,
      [],
      `Kontakten er ændret, mens I skrev. Nu står der: ${now || 'ingen person'}. Gem igen, hvis jeres oplysninger skal gælde.`,
    );
  });

  app.post<Route>(`${path}/passer`, OWN, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const form = readForm(confirmForm, request.body);
    if (!form.isValid) throw new InvalidInputError(form.faults[0]?.text ?? '');
    const { kontakt, _noegle } = form.values;
    const one = findOwnContact(db, request, municipality.id, kontakt);
    if (kontakt !== '' && !one) return showList(request, reply.code(404), municipality, { gone: GONE });
    const confirmed = one ? [one] : listContactsOf(db, municipality.id);
    const doer = request.doer(_noegle ? `${_noegle} ${kontakt}` : null);
    const location = once(db, doer, () => {
      confirmContacts(db, doer, municipality.id, confirmed, request.reading.realToday);
      return listOf(municipality, 'bekraeftet');
    });
    return reply.redirect(location, 303);
  });

  app.post<Route>(`${path}/slet`, OWN, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const form = readForm(oneForm, request.body);
    if (!form.isValid) throw new InvalidInputError(form.faults[0]?.text ?? '');
    const { kontakt, grundlag, _noegle } = form.values;
    const doer = request.doer(_noegle || null);
    const contact = findOwnContact(db, request, municipality.id, kontakt);
    const location = once(db, doer, () => {
      if (contact?.version !== grundlag) return null;
      eraseContact(db, doer, contact);
      return listOf(municipality, 'slettet');
    });
    if (location !== null) return reply.redirect(location, 303);
    if (!contact) return showList(request, reply.code(404), municipality, { gone: GONE });
    const page = contactFormPage(
      db,
      municipality,
      contact,
      {},
      [],
      'Kontakten er ændret, siden I åbnede siden, og er ikke slettet. Slet igen, hvis den skal væk.',
    );
    return show(reply.code(409), 'contacts/form', page, municipality, page.title);
  });

  app.get<Route>(`${path}/overdrag`, OWN, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const page = handOverPage(db, municipality, {}, []);
    return show(reply, 'contacts/hand-over', page, municipality, 'Overdrag roller og opgaver');
  });

  app.post<Route>(`${path}/overdrag`, OWN_FORM, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const form = readForm(handOverForm, request.body);
    const again = (status: number, faults: readonly Fault[], conflict = '') => {
      const page = handOverPage(db, municipality, form.typed, faults, conflict);
      return show(reply.code(status), 'contacts/hand-over', page, municipality, 'Overdrag roller og opgaver');
    };
    if (!form.isValid) return again(422, form.faults);
    const { fra, til, grundlag, navn: name, mail: email, telefon: phone, _noegle } = form.values;
    const doer = request.doer(_noegle || null);
    const first = firstAnswer(db, doer);
    if (first !== undefined) return reply.redirect(first, 303);
    const from = findOwnContact(db, request, municipality.id, fra);
    const to = til === '' ? { name, email, phone } : findOwnContact(db, request, municipality.id, til);
    if (!from || !to) return again(404, [{ field: from ? 'til' : 'fra', text: GONE }]);
    if (isSamePerson(from, to)) return again(422, [{ field: 'til', text: SAME_PERSON }]);
    const location = once(db, doer, () => {
      if (contactsStanding(listContactsOf(db, municipality.id)) !== grundlag) return null;
      handOver(db, doer, municipality.id, from, to, request.reading.realToday);
      return listOf(municipality, 'overdraget');
    });
    if (location !== null) return reply.redirect(location, 303);
    const conflict =
      'Kontakterne er ændret, mens I arbejdede, og intet er overdraget. Se valget igennem, og send igen.';
    return again(409, [], conflict);
  });
}

function show(reply: FastifyReply, view: string, page: object, { slug, name }: Municipality, title: string) {
  const isList = view === 'contacts/list';
  const list = `/kommuner/${slug}/kontakter`;
  return reply.page(view, page, {
    title: `${title}, ${name}`,
    active: 'municipalities',
    onSubpage: true,
    breadcrumb: [
      { href: '/', text: 'Forside' },
      { href: '/kommuner', text: 'Kommuner' },
      { href: `/kommuner/${slug}`, text: name },
      ...(isList ? [{ text: 'Kontakter' }] : [{ href: list, text: 'Kontakter' }, { text: title }]),
    ],
    robots: 'noindex',
    source: null,
    forWork: true,
  });
}
