/** `/redaktion/underskrifter`: all agreements, those that can be signed now first. */
import type { Db } from '#src/db/client.ts';
import { namedAgreements } from '#src/features/agreements/named.ts';
import { AGREEMENT_GROUPS, groupOf } from '#src/features/agreements/rules.ts';
import { tallies } from '#src/features/agreements/tally.ts';
import { GROUP_HEADINGS, nameOf } from '#src/features/agreements/wording.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { fuzzyDateView } from '#src/web/fuzzy-date-view.ts';
import { gridHref } from './address.ts';

export function signingListPage(db: Db, today: string) {
  const counted = tallies(db);
  const groups = AGREEMENT_GROUPS.map((group) => ({
    heading: GROUP_HEADINGS[group],
    rows: namedAgreements(db)
      .filter(({ agreement }) => groupOf(agreement, today) === group)
      .map(({ agreement, solution }) => {
        const tally = counted.get(agreement.id);
        const name = nameOf(agreement);
        return {
          solution,
          name,
          href: gridHref(agreement.id),
          deadline: { ...fuzzyDateView(agreement.deadline, 'table'), bar: '' },
          counted: tally
            ? {
                signed: `${tally.status.signed} af ${tally.total}`,
                missing: tally.status.missing,
                claimed: tally.status.claimed,
                claimedHref: gridHref(agreement.id, { vis: 'meldt' }),
                on: tally.countedOn ? dayInTable(tally.countedOn) : '',
              }
            : null,
          pasteHref: `${gridHref(agreement.id)}/indsaet`,
          fileHref: `${gridHref(agreement.id)}/fil`,
        };
      }),
  }));
  const all = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    groups: groups.filter(({ rows }) => rows.length > 0),
    counted: counted.size === 0 ? 'Ingen er opgjort endnu.' : `${counted.size} af ${all} er opgjort.`,
  };
}
