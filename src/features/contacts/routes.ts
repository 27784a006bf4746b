import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { once } from '#src/core/deeds/once.ts';
import { listContactsOf, type MunicipalContact } from '#src/core/municipal-contacts/queries.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { addExport } from '#src/web/export.ts';
import type { PortalGround } from '#src/web/feature.ts';
import { readForm } from '#src/web/forms.ts';
import { getOwnMunicipality, getSeenMunicipality, mayAnswer, refused } from '#src/web/own-municipality.ts';
import { addContact, changeContact, confirmContacts, eraseContact, handOver } from './actions.ts';
import { confirmForm, contactForm, contactQuery, handOverForm, oneForm } from './forms.ts';
import { contactFormPage, contactsPage, handOverPage } from './page.ts';
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

type Request = FastifyRequest<{ Params: { slug: string } }>;
type Route = { Params: { slug: string } };

export function contactRoutes(app: FastifyInstance, { db }: PortalGround): void {
  const path = '/kommuner/:slug/kontakter';
  const listOf = ({ slug }: Municipality, done: string) => `/kommuner/${slug}/kontakter?udfoert=${done}`;

  app.get<Route>(path, { config: { access: 'signed-in' } }, (request, reply) => {
    const municipality = getSeenMunicipality(db, request);
    const { udfoert } = request.query as Record<string, unknown>;
    const page = {
      ...contactsPage(db, municipality, request.reading.realToday),
      mayChange: mayAnswer(request, municipality.id),
      done: DONE[String(udfoert)] ?? '',
    };
    return show(reply, 'contacts/list', page, municipality, 'Kontakter');
  });

  addExport<Route>(
    app,
    path,
    (request) => contactSheet(contactsPage(db, getSeenMunicipality(db, request), request.reading.realToday)),
    { access: 'signed-in' },
  );

  app.get<Route>(`${path}/ret`, OWN, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const query = readForm(contactQuery, request.query);
    if (!query.isValid) throw new InvalidInputError('Vælg en kontakt på listen.');
    const { kontakt } = query.values;
    const contact = kontakt === '' ? undefined : getContact(request, municipality, kontakt);
    const page = contactFormPage(db, municipality, contact, contact ? {} : query.typed, []);
    return show(reply, 'contacts/form', page, municipality, page.title);
  });

  app.post<Route>(`${path}/ret`, OWN_FORM, (request, reply) => {
    const municipality = getOwnMunicipality(db, request);
    const form = readForm(contactForm(new Set(listSolutions(db).map(({ id }) => id))), request.body);
    const asked = String(form.typed.kontakt ?? '');
    const contact = asked === '' ? undefined : getContact(request, municipality, asked);
    const again = (status: number, faults: Parameters<typeof contactFormPage>[4], conflict = '') => {
      const page = contactFormPage(db, municipality, contact, form.typed, faults, conflict);
      return show(reply.code(status), 'contacts/form', page, municipality, page.title);
    };
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
    const confirmed =
      kontakt === '' ? listContactsOf(db, municipality.id) : [getContact(request, municipality, kontakt)];
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
    const location = once(db, doer, () => {
      const contact = getContact(request, municipality, kontakt);
      if (contact.version !== grundlag) return null;
      eraseContact(db, doer, contact);
      return listOf(municipality, 'slettet');
    });
    if (location !== null) return reply.redirect(location, 303);
    const page = contactFormPage(
      db,
      municipality,
      getContact(request, municipality, kontakt),
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
    if (!form.isValid) {
      const page = handOverPage(db, municipality, form.typed, form.faults);
      return show(reply.code(422), 'contacts/hand-over', page, municipality, 'Overdrag roller og opgaver');
    }
    const { fra, til, navn: name, mail: email, telefon: phone, _noegle } = form.values;
    const doer = request.doer(_noegle || null);
    const location = once(db, doer, () => {
      const from = getContact(request, municipality, fra);
      const to = til === '' ? { name, email, phone } : getContact(request, municipality, til);
      handOver(db, doer, municipality.id, from, to, request.reading.realToday);
      return listOf(municipality, 'overdraget');
    });
    return reply.redirect(location, 303);
  });

  /** @throws NotFoundError for one that is not there or another municipality's: the answer is the same. */
  function getContact(request: Request, { id: code }: Municipality, id: string): MunicipalContact {
    const found = listContactsOf(db, code).find((one) => one.id === id);
    if (!found) throw refused(db, request);
    return found;
  }
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
