/** People and mailboxes named on slides, each once with all its slides and roles. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { confidenceOf } from './reading.ts';
import type { Line, Slide } from './slide.ts';

type Contact = Snapshot['contacts'][number];

const EMAIL = /[\p{L}\d._-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u;
const ROLE =
  /^\p{Lu}?[\p{L}-]*(?:leder|konsulent|chef|ansvarlig|koordinator|specialist|arkitekt|direktør|jurist|medarbejder|analytiker|sekretær)$/iu;
/** Two to five capitalised words. */
const NAME = /\p{Lu}\p{Ll}[\p{L}-]+(?: \p{Lu}\p{Ll}[\p{L}-]+){1,4}$/u;

export interface ContactsOnSlide {
  contacts: Contact[];
  claimed: Line[];
}

/** A mail address, the name before it, and the role before the name or in the line above. */
export function contactsOn(slide: Slide, lines: readonly Line[]): ContactsOnSlide {
  const contacts: Contact[] = [];
  const claimed: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const email = EMAIL.exec(line.text)?.[0];
    if (!email) continue;
    const before = line.text.slice(0, line.text.indexOf(email)).replace(/[|\s,:;-]+$/u, '');
    const words = before.split(' ');
    const roleAt = words.findIndex((word) => ROLE.test(word));
    const above = lines[index - 1];
    const card = before === '' && !line.afterGap && above ? personIn(above.text) : null;
    if (card && above) {
      const used = [above, line];
      const person = {
        slide: slide.number,
        confidence: confidenceOf(used),
        ...card,
        email,
        slides: [slide.number],
      };
      contacts.push(person);
      claimed.push(...used);
      continue;
    }
    const name = NAME.exec(words.slice(roleAt + 1).join(' '))?.[0] ?? '';
    const roleAbove = above?.text.split(' ').find((word) => ROLE.test(word));
    const role = roleAt >= 0 ? words[roleAt] : name !== '' ? roleAbove : undefined;
    const own = role !== undefined && role === roleAbove && roleAt < 0 ? [line, above] : [line];
    const used = own.filter((one): one is Line => one !== undefined);
    contacts.push({
      slide: slide.number,
      confidence: confidenceOf(used),
      name,
      roles: role ? [role] : [],
      email,
      slides: [slide.number],
    });
    // A sentence that names a mailbox stays a sentence.
    if (name !== '' || (before === '' && line.afterGap)) claimed.push(...used);
  }
  return { contacts, claimed };
}

/** "Berit Prøve, produktchef" over a mail address; null when the line is no name with or without a role. */
function personIn(text: string): { name: string; roles: string[] } | null {
  const parts = text.split(/\s*[,|:–]\s*/).filter((part) => part !== '');
  const role = parts.find((part) => ROLE.test(part));
  const name = parts.filter((part) => part !== role).join(' ');
  if (NAME.exec(name)?.[0] !== name) return null;
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
