/** The records of all slides -> those of the meeting: every list is there, and what more than one slide shows stands once. */
import { joinContacts } from '#src/core/reading/contacts.ts';
import type { Records } from '#src/core/reading/reading.ts';
import { joinLists } from '#src/features/agreements/reader.ts';
import { withoutRepeats } from '#src/features/governance/reader.ts';
import { joinRepeated } from './repeated.ts';

export function finish(found: Partial<Records>): Records {
  const records = { ...EMPTY, ...found };
  const signatures = joinLists(records.signatures, records.warnings);
  return joinRepeated({
    ...records,
    contacts: joinContacts(records.contacts),
    signatures: signatures.lists,
    warnings: signatures.warnings,
    links: firstOf(records.links, ({ url }) => url),
    events: firstOf(records.events, ({ title, date }) => `${date.from} ${title.toLowerCase()}`),
    k98_seats: withoutRepeats(records.k98_seats, seatName),
    k98_chairs: withoutRepeats(records.k98_chairs, ({ chair }) => chair),
  });
}

/** Two seats of the same words are two where they are of other places or held by others. */
function seatName({ seat, geography = '', appointed }: Records['k98_seats'][number]): string {
  return [seat, geography, ...appointed].join(' ');
}

function firstOf<T>(records: readonly T[], keyOf: (record: T) => string): T[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const isNew = !seen.has(keyOf(record));
    seen.add(keyOf(record));
    return isNew;
  });
}

const EMPTY: Records = {
  agenda: [],
  status_areas: [],
  klik_tasks: [],
  callouts: [],
  agreements: [],
  signatures: [],
  agreement_details: [],
  requests: [],
  sts_milestones: [],
  sts_phases: [],
  sts_components: [],
  sts_layers: [],
  sts_transition: [],
  sts_goals: [],
  sts_chain: [],
  k98_steps: [],
  k98_seats: [],
  k98_chairs: [],
  k98_criteria: [],
  k98_application_fields: [],
  k98_flow: [],
  annual_wheel: [],
  sapa_steps: [],
  sapa_accesses: [],
  supersedings: [],
  figures: [],
  next_steps: [],
  contract_dates: [],
  news: [],
  statements: [],
  events: [],
  links: [],
  contacts: [],
  warnings: [],
};
