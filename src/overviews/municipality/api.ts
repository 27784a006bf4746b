import { z } from 'zod';
import { getMunicipality } from '#src/core/municipalities/queries.ts';
import { type ApiResource, STATUSES } from '#src/core/offers/offers.ts';
import { asItem, deadlineItem, listDeadlines } from '#src/overviews/deadlines/index.ts';
import { openAsks } from './rules.ts';

export const municipalityOverviewResources: readonly ApiResource[] = [
  {
    path: 'municipalities/:slug/open',
    summary: 'Det, en kommune er bedt om og ikke står som færdig med',
    item: deadlineItem.extend({
      status: z.enum(STATUSES),
      /** Day of the count the status rests on; null where nothing is counted. */
      countedOn: z.string().nullable(),
      /** Whom it concerns; null: all 98. `membersKnown` false: nobody has said who they are. */
      appliesTo: z.object({ name: z.string(), membersKnown: z.boolean() }).nullable(),
    }),
    read: (reading, params) => {
      const { id } = getMunicipality(reading.db, params.slug ?? '');
      const data = openAsks(listDeadlines(reading), id).map((deadline) => ({
        ...asItem(deadline),
        status: deadline.statusOf(id),
        countedOn: deadline.countedOn,
        appliesTo: deadline.audience && {
          name: deadline.audience.name,
          membersKnown: deadline.audience.members !== null,
        },
      }));
      return { data };
    },
  },
];
