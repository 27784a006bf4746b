import { z } from 'zod';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { ApiResource } from '#src/core/offers/offers.ts';

export const municipalityResources: readonly ApiResource[] = [
  {
    path: 'municipalities',
    summary: 'De 98 kommuner',
    item: z.object({
      code: z.string(),
      name: z.string(),
      officialName: z.string(),
      slug: z.string(),
      region: z.string(),
      regionFrom2027: z.string(),
      kkr: z.string(),
      sizeClass: z.string(),
      /** Year of the population figures behind the size class. */
      sizeClassYear: z.number(),
      cvr: z.string(),
      url: z.string(),
    }),
    read: ({ db }) => ({
      data: listMunicipalities(db).map((one) => ({
        code: one.id,
        name: one.name,
        officialName: one.officialName,
        slug: one.slug,
        region: one.region,
        regionFrom2027: one.regionFrom2027,
        kkr: one.kkr,
        sizeClass: one.sizeClass,
        sizeClassYear: one.populationYear,
        cvr: one.cvr,
        url: `/kommuner/${one.slug}`,
      })),
    }),
  },
];
