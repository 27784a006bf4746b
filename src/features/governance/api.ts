import { z } from 'zod';
import type { ApiResource } from '#src/core/offers/offers.ts';
import { councilHref } from './council-view.ts';
import { listCouncils, listSeats, readGeography } from './queries.ts';

const source = z.object({ meeting: z.string().nullable(), slide: z.number().int().nullable() });

export const councilResources: readonly ApiResource[] = [
  {
    path: 'councils',
    summary: 'Råd i K98-aftalen og deres pladser',
    item: z.object({
      slug: z.string(),
      name: z.string(),
      chair: z.string().nullable().meta({ description: 'Hvem forpersonen skal være; null: ikke oplyst' }),
      seats: z.array(
        z.object({
          slug: z.string(),
          title: z.string().meta({ description: 'Som det står i materialet' }),
          count: z.number().int().nullable().meta({ description: 'null: antallet er ikke oplyst' }),
          minimum: z.boolean().meta({ description: 'count er det mindste antal' }),
          optional: z.boolean().meta({ description: 'Pladsen kan stå tom' }),
          appointed: z.array(z.string()).meta({ description: 'Navne på dem, der er udpeget' }),
          municipality: z.object({ code: z.string(), name: z.string() }).nullable(),
          source,
        }),
      ),
      url: z.string().meta({ description: 'Sti på portalen' }),
      source,
    }),
    read: ({ db }) => {
      const { municipalityOf } = readGeography(db, null);
      const seats = listSeats(db);
      const municipality = (code: string | null) => {
        const found = code === null ? undefined : municipalityOf(code);
        return code !== null && found ? { code, name: found.name } : null;
      };
      return {
        data: listCouncils(db).map((council) => ({
          slug: council.id,
          name: council.name,
          chair: council.chair,
          seats: seats
            .filter(({ councilId }) => councilId === council.id)
            .map((seat) => ({
              slug: seat.id,
              title: seat.title,
              count: seat.count,
              minimum: seat.minimum,
              optional: seat.optional,
              appointed: seat.appointed,
              municipality: municipality(seat.municipalityId),
              source: sourceOf(seat),
            })),
          url: councilHref(council.id),
          source: sourceOf(council),
        })),
      };
    },
  },
];

function sourceOf({ meetingId, slide }: { meetingId: string | null; slide: number | null }) {
  return { meeting: meetingId, slide };
}
