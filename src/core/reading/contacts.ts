/** People and mailboxes named on slides, each once with all its slides and roles. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { type Confidence, confidenceOf } from './reading.ts';
import type { Line, Slide, SlideCell } from './slide.ts';

type Contact = Snapshot['contacts'][number];

const EMAIL = /[\p{L}\d._-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const ROLE =
  /^\p{Lu}?[\p{L}-]*(?:leder|konsulent|chef|ansvarlig|koordinator|specialist|arkitekt|direktør|jurist|medarbejder|analytiker|sekretær|rådgiver|manager|ejer)$/iu;
/** Two to five capitalised words. */
const NAME = /\p{Lu}\p{Ll}[\p{L}-]*(?: (?:\p{Lu}\.|\p{Lu}\p{Ll}[\p{L}-]+)){1,4}$/u;
/** Words that lead to a name and are none of it. */
const LEADS =
  /^(?:.*\s)?(?:kontakt(?:person)?|skriv til|spørg|send til|ring til|eller|og|ved|hos|til)[\s:]+(?=\p{Lu})/iu;
/** Words between a name and its address: "på", "mail:". */
const BETWEEN = /(?:[|\s,:;–-]|(?<!\p{L})(?:på|via|e-?mail|mail|tlf\.?|\d[\d\s]{6,}))+$/iu;
/** A card has its name, its role and a telephone over the address. */
const CARD_LINES = 3;
const CARD_HEADING = /^(?:navn|rolle|titel|stilling|e-?mail(?:adresse)?|mail|kontakt(?:person)?)$/i;

export interface ContactsOnSlide {
  contacts: Contact[];
  claimed: Line[];
}

interface Person {
  name: string;
  roles: string[];
  /** The lines that name the person and the role. */
  lines: Line[];
}

/** Each mail address, with the name and the role beside it, over it, or in its row of a table. */
export function contactsOn(slide: Slide, lines: readonly Line[]): ContactsOnSlide {
  const found: ContactsOnSlide = { contacts: [], claimed: [] };
  for (const [index, line] of lines.entries()) {
    let passed = 0;
    for (const match of line.text.matchAll(EMAIL)) {
      const [email] = match;
      const before = line.text
        .slice(passed, match.index)
        .replace(BETWEEN, '')
        .replace(/^[\s,;|]+/, '');
      passed = match.index + email.length;
      const isAlone = before === '' && passed === line.text.length;
      const person =
        personInRow(line, slide) ??
        (isAlone ? personOver(lines, index) : null) ??
        personBefore(before, lines[index - 1]);
      const used = [...new Set([line, ...person.lines])];
      found.contacts.push({
        slide: slide.number,
        confidence: certainty(person, email, used),
        name: person.name,
        roles: person.roles,
        email,
        slides: [slide.number],
      });
      // A sentence that names a mailbox stays a sentence.
      const isSentence = line.text.slice(passed).trim().length > 1 || LEADS.test(line.text);
      if (person.name !== '' ? !isSentence : before === '' && line.afterGap) found.claimed.push(...used);
    }
  }
  return found;
}

/** The address is made of the letters of the name, or nobody is named and nothing can be checked. */
function certainty({ name }: Person, email: string, lines: readonly Line[]): Confidence {
  return confidenceOf(lines, name !== '' && isMadeOf(email, name) ? 'high' : 'medium');
}

/** "BME" of Bente Marie Elstrøm, "anne.test" of Anne Test: letters of the name in their order, its first letter first. */
function isMadeOf(email: string, name: string): boolean {
  const letters = plain(name);
  let at = -1;
  for (const letter of plain(email.slice(0, email.indexOf('@')))) {
    const next = letters.indexOf(letter, at + 1);
    if (next < 0 || (at < 0 && next > 0)) return false;
    at = next;
  }
  return at >= 0;
}

function plain(text: string): string {
  const folded = text.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
  return folded.replace(/[^a-z]/g, '');
}

/** "Projektleder Anne Test | ate@...": the role before the name, behind it, or alone in the line above. */
function personBefore(before: string, above: Line | undefined): Person {
  const told = before.replace(/\(([^()]*)\)$/, ', $1').replace(LEADS, '');
  const card = personIn(told);
  if (card) return { ...card, lines: card.roles.length > 0 || !above ? [] : roleOver(above, card) };
  const words = told.split(' ');
  const roleAt = words.findIndex((word) => ROLE.test(word));
  const isBehind = NAME.test(words.slice(roleAt + 1).join(' '));
  // "Anne Test Projektleder": a row of a table whose cells are lost.
  const own = isBehind || roleAt < 0 ? words.slice(roleAt + 1) : words.slice(0, roleAt);
  const name = NAME.exec(own.join(' '))?.[0] ?? '';
  const role = words[roleAt];
  const over = name === '' && told === role && above ? personIn(above.text) : null;
  if (over && above && role !== undefined) return { name: over.name, roles: [role], lines: [above] };
  const person = { name, roles: role === undefined ? [] : [role] };
  return { ...person, lines: role !== undefined || name === '' || !above ? [] : roleOver(above, person) };
}

/** Takes the role from the line above, where it names one and no address. */
function roleOver(above: Line, person: Pick<Person, 'roles'>): Line[] {
  const role = above.text.split(' ').find((word) => ROLE.test(word));
  if (role === undefined || above.text.includes('@')) return [];
  person.roles.push(role);
  return [above];
}

/** "Berit Prøve, produktchef", or name and role in lines of their own, over a mail address. */
function personOver(lines: readonly Line[], index: number): Person | null {
  const card: Line[] = [];
  for (let at = index; at > 0 && card.length < CARD_LINES; at -= 1) {
    const above = lines[at - 1];
    if (!above || lines[at]?.afterGap || above.text.includes('@')) break;
    card.unshift(above);
  }
  for (const line of card) {
    const person = personIn(line.text);
    if (!person) continue;
    const roleLine = card.find((other) => other !== line && isRole(other.text));
    const roles = person.roles.length > 0 || !roleLine ? person.roles : [roleLine.text];
    return { name: person.name, roles, lines: roleLine ? [line, roleLine] : [line] };
  }
  return null;
}

/** The other cells of its row. */
function personInRow(line: Line, { layout }: Slide): Person | null {
  for (const { rows } of layout?.tables ?? []) {
    const row = rows.find((cells) => cells.some((cell) => cell.lines.includes(line)));
    if (!row) continue;
    const others = [...new Set(row)].filter((cell) => !cell.lines.includes(line));
    const named = others.flatMap((cell) => {
      const person = personIn(cell.text);
      return person ? [{ cell, person }] : [];
    })[0];
    if (!named) return null;
    const role = others.find((cell) => cell !== named.cell && isRole(cell.text));
    const headings = (rows[0] ?? []).filter((cell) => CARD_HEADING.test(cell.text));
    const used: SlideCell[] = [named.cell, ...(role ? [role] : []), ...headings];
    const roles = named.person.roles.length > 0 || !role ? named.person.roles : [role.text];
    return { name: named.person.name, roles, lines: used.flatMap((cell) => cell.lines) };
  }
  return null;
}

function isRole(text: string): boolean {
  return text.split(' ').length <= 4 && text.split(/[\s/]/).some((word) => ROLE.test(word));
}

/** "Berit Prøve, produktchef"; null when the text is no name with or without a role. */
function personIn(text: string): { name: string; roles: string[] } | null {
  const parts = text.split(/\s*[,|:–]\s*/).filter((part) => part !== '');
  const role = parts.find((part) => isRole(part));
  const name = parts.filter((part) => part !== role).join(' ');
  if (NAME.exec(name)?.[0] !== name || name.split(' ').some((word) => ROLE.test(word))) return null;
  return { name, roles: role ? [role] : [] };
}

/** One record for each address: the first slide, every other slide and every role. */
export function joinContacts(contacts: readonly Contact[]): Contact[] {
  const byEmail = new Map<string, Contact>();
  for (const contact of contacts) {
    const key = contact.email.toLowerCase();
    const known = byEmail.get(key);
    if (!known) {
      byEmail.set(key, { ...contact, roles: [...contact.roles], slides: [...contact.slides] });
      continue;
    }
    known.name ||= contact.name;
    for (const role of contact.roles) if (!known.roles.includes(role)) known.roles.push(role);
    for (const slide of contact.slides) if (!known.slides.includes(slide)) known.slides.push(slide);
  }
  return [...byEmail.values()];
}
