import { z } from 'zod';
import type { ApiResource } from '#src/core/offers/offers.ts';
import { fuzzyDateSchema } from '#src/core/snapshot/schema.ts';
import { listMilestones } from './queries.ts';
import { milestoneKind, STS_SOLUTION } from './rules.ts';

const source = z.object({ meeting: z.string().nullable(), slide: z.number().int().nullable() });

export const milestoneResources: readonly ApiResource[] = [
  {
    path: 'milestones',
    summary: 'Milepæle i genudbuddet af Støttesystemerne, som materialet nævner dem',
    item: z.object({
      slug: z.string(),
      title: z.string(),
      kind: z
        .enum(['published', 'contract', 'other'])
        .meta({ description: 'published: udbuddet er offentliggjort; contract: forventet kontrakt' }),
      date: fuzzyDateSchema,
      solution: z.string().meta({ description: 'Løsningens slug' }),
      url: z.string().meta({ description: 'Sti på portalen' }),
      source,
    }),
    read: ({ db }) => ({
      data: listMilestones(db).map((one) => ({
        slug: one.id,
        title: one.title,
        kind: milestoneKind(one.title),
        date: one.date,
        solution: STS_SOLUTION,
        url: `/sts#milepael-${one.id}`,
        source: { meeting: one.meetingId, slide: one.slide },
      })),
    }),
  },
];
