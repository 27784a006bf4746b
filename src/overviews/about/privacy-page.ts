import type { Reading } from '#src/core/offers/offers.ts';
import { listContacts } from '#src/core/sources/queries.ts';
import { plural } from '#src/shared/danish-text.ts';

export function privacyPage(reading: Reading) {
  const named = listContacts(reading.db).filter((contact) => contact.name !== '').length;
  return { named: plural(named, 'medarbejder', 'medarbejdere') };
}
