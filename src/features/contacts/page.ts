import {
  CONTACT_ROLE_WORDS,
  listContactsOf,
  type MunicipalContact,
  roleInWords,
} from '#src/core/municipal-contacts/queries.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { CONTACT_ROLES } from '#src/db/schema/answers.ts';
import { dayInSentence } from '#src/shared/danish-calendar.ts';
import type { Fault, Typed } from '#src/web/forms.ts';
import { contactsStanding, isFilled, isSamePerson, missingRolesOf, needsConfirming } from './rules.ts';

export interface ContactRow {
  id: string;
  version: number;
  role: string;
  name: string;
  email: string;
  phone: string;
  /** "12. maj 2025" */
  confirmedOn: string;
  /** ISO. */
  confirmedDay: string;
  isOld: boolean;
}

export function contactsPage(db: Db, { id, slug, officialName }: Municipality, today: string) {
  const contacts = listContactsOf(db, id);
  const systems = listSolutions(db).filter(({ kind }) => kind === 'system');
  const owned = new Set(
    contacts.filter((one) => one.role === 'system-owner' && isFilled(one)).map((one) => one.solutionId),
  );
  // A role that stands on the list without anybody gets its person there, and no second row.
  const emptyRow = (role: string) => {
    const found = contacts.find((one) => one.role === role);
    return found && `/kommuner/${slug}/kontakter/ret?kontakt=${found.id}`;
  };
  return {
    municipalityName: officialName,
    action: `/kommuner/${slug}/kontakter`,
    back: `/kommuner/${slug}`,
    rows: contacts.map((one): ContactRow => rowOf(db, one, today)),
    asksToConfirm: contacts.some((one) => needsConfirming(one.confirmedOn, today)),
    missing: missingRolesOf(contacts).map((role) => ({
      text: CONTACT_ROLE_WORDS[role],
      href: emptyRow(role) ?? `/kommuner/${slug}/kontakter/ret?rolle=${role}`,
    })),
    systems: systems
      .filter((one) => !owned.has(one.id))
      .map((one) => ({
        text: one.name,
        href: `/kommuner/${slug}/kontakter/ret?rolle=system-owner&loesning=${one.id}`,
      })),
    canHandOver: peopleIn(contacts).length > 0,
  };
}

/** The form of one contact; `typed` where it comes back. */
export function contactFormPage(
  db: Db,
  { slug, officialName }: Municipality,
  contact: MunicipalContact | undefined,
  typed: Typed,
  faults: readonly Fault[],
  conflict = '',
) {
  const text = (name: string, standing: string) =>
    typeof typed[name] === 'string' ? String(typed[name]) : standing;
  const role = text('rolle', contact?.role ?? '');
  const solution = text('loesning', contact?.solutionId ?? '');
  return {
    municipalityName: officialName,
    title: contact ? 'Ret kontakt' : 'Tilføj kontakt',
    action: `/kommuner/${slug}/kontakter`,
    id: contact?.id ?? '',
    version: contact?.version ?? 0,
    roles: CONTACT_ROLES.map((value) => ({
      value,
      text: CONTACT_ROLE_WORDS[value],
      isChosen: value === role,
    })),
    solutions: [
      { value: '', text: 'Alle løsninger' },
      ...listSolutions(db).map((one) => ({ value: one.id, text: one.name })),
    ].map((one) => ({ ...one, isChosen: one.value === solution })),
    fields: personFields(text, faults, contact),
    fault: Object.fromEntries(faults.map((one) => [one.field, one.text])),
    faults,
    conflict,
  };
}

export function handOverPage(
  db: Db,
  { id, slug, officialName }: Municipality,
  typed: Typed,
  faults: readonly Fault[],
  conflict = '',
) {
  const contacts = listContactsOf(db, id);
  const people = peopleIn(contacts);
  const text = (name: string, standing: string) =>
    typeof typed[name] === 'string' ? String(typed[name]) : standing;
  const options = (name: string) =>
    people.map((one) => ({
      value: one.id,
      text: one.name || one.email,
      isChosen: text(name, '') === one.id,
    }));
  return {
    municipalityName: officialName,
    action: `/kommuner/${slug}/kontakter`,
    standing: contactsStanding(contacts),
    conflict,
    from: options('fra'),
    to: [{ value: '', text: 'En ny person', isChosen: text('til', '') === '' }, ...options('til')],
    fields: personFields(text, faults),
    fault: Object.fromEntries(faults.map((one) => [one.field, one.text])),
    faults,
  };
}

/** Each person once, by the first role. */
export function peopleIn(contacts: readonly MunicipalContact[]): MunicipalContact[] {
  const named = contacts.filter(isFilled);
  return named.filter((one, index) => named.findIndex((other) => isSamePerson(one, other)) === index);
}

function personFields(
  text: (name: string, standing: string) => string,
  faults: readonly Fault[],
  contact?: MunicipalContact,
) {
  const field = (
    name: string,
    label: string,
    standing: string,
    more: { type?: string; autocomplete?: string },
  ) => ({
    name,
    label,
    hint: '',
    value: text(name, standing),
    fault: faults.find((one) => one.field === name)?.text ?? '',
    type: 'text',
    autocomplete: 'off',
    ...more,
  });
  return [
    field('navn', 'Navn', contact?.name ?? '', {}),
    field('mail', 'Arbejdsmail', contact?.email ?? '', { type: 'email' }),
    field('telefon', 'Telefon', contact?.phone ?? '', { type: 'tel' }),
  ];
}

function rowOf(db: Db, one: MunicipalContact, today: string): ContactRow {
  return {
    id: one.id,
    version: one.version,
    role: roleInWords(db, one),
    name: one.name,
    email: one.email,
    phone: one.phone,
    confirmedOn: dayInSentence(one.confirmedOn),
    confirmedDay: one.confirmedOn,
    isOld: needsConfirming(one.confirmedOn, today),
  };
}
