import { z } from 'zod';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { type ApiResource, STATUSES } from '#src/core/offers/offers.ts';
import { fuzzyDateSchema, isoDay } from '#src/core/snapshot/schema.ts';
import { listRemarks } from '#src/core/sources/queries.ts';
import { AGREEMENT_TYPES } from '#src/db/schema/agreements.ts';
import { namedAgreements } from './named.ts';
import { getAgreement } from './queries.ts';
import { signatureRows } from './signatures-view.ts';
import { tallies } from './tally.ts';

const source = z.object({ meeting: z.string().nullable(), slide: z.number().int().nullable() });
const count = z.number().int().nullable();

export const agreementResources: readonly ApiResource[] = [
  {
    path: 'agreements',
    summary: 'Aftaler, nærmeste frist først',
    item: z.object({
      slug: z.string(),
      solution: z.string().meta({ description: 'Løsningens slug, fx "sapa"' }),
      type: z.enum(AGREEMENT_TYPES),
      title: z.string(),
      sent: fuzzyDateSchema,
      recipients: z.string().meta({ description: 'Som der står i materialet; tom, når feltet er tomt' }),
      deadline: fuzzyDateSchema,
      signed: count.meta({ description: 'null, når ingen har opgjort aftalen' }),
      missing: count,
      notCounted: z.number().int(),
      asOf: isoDay.nullable().meta({ description: 'Dag for seneste opgørelse' }),
      remarks: z.array(z.string()),
      source,
    }),
    read: ({ db }) => {
      const counted = tallies(db);
      const all = listMunicipalities(db).length;
      const remarks = listRemarks(db).filter(
        (one) => one.entity === 'agreement' && one.shown && one.resolution === null,
      );
      return {
        data: namedAgreements(db).map(({ agreement }) => {
          const tally = counted.get(agreement.id);
          return {
            slug: agreement.id,
            solution: agreement.solutionId,
            type: agreement.type,
            title: agreement.title,
            sent: agreement.sent,
            recipients: agreement.recipientsRaw,
            deadline: agreement.deadline,
            signed: tally?.status.signed ?? null,
            missing: tally?.status.missing ?? null,
            notCounted: tally?.notCounted ?? all,
            asOf: tally?.countedOn ?? null,
            remarks: remarks.filter((one) => one.objectId === agreement.id).map((one) => one.reason),
            source: sourceOf(agreement),
          };
        }),
      };
    },
  },
  {
    path: 'agreements/:slug/signatures',
    summary: 'Underskrifter på en aftale, alle 98 kommuner',
    item: z.object({
      municipality: z.object({ code: z.string().meta({ description: 'Fire cifre' }), name: z.string() }),
      status: z.enum(STATUSES).exclude(['done']),
      signedOn: isoDay.nullable(),
      countedOn: isoDay.nullable(),
      source: source.nullable(),
    }),
    read: ({ db }, { slug = '' }) => {
      const agreement = getAgreement(db, slug);
      return {
        data: signatureRows(db, agreement.id).map(({ municipality, status, signature }) => ({
          municipality: { code: municipality.id, name: municipality.name },
          status,
          signedOn: signature?.signedOn ?? null,
          countedOn: signature?.countedOn ?? null,
          source: signature && sourceOf(signature),
        })),
        asOf: tallies(db).get(agreement.id)?.countedOn ?? null,
      };
    },
  },
];

function sourceOf({ meetingId, slide }: { meetingId: string | null; slide: number | null }) {
  return { meeting: meetingId, slide };
}
