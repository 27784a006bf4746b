import { z } from 'zod';
import { changesSince } from '#src/core/journal/history.ts';
import type { ApiResource } from '#src/core/offers/offers.ts';
import { fuzzyDateSchema, isoDay } from '#src/core/snapshot/schema.ts';
import { listAgenda, listMeetings, listSlides } from '#src/core/sources/queries.ts';

const source = z.object({ meeting: z.string(), slide: z.number().int().nullable() });

export const meetingResources: readonly ApiResource[] = [
  {
    path: 'meetings',
    summary: 'Møder med dagsorden, nyeste først',
    item: z.object({
      id: z.string(),
      title: z.string(),
      date: fuzzyDateSchema,
      dateBasis: z.string(),
      nextMeetingOn: isoDay.nullable(),
      agenda: z.array(z.object({ number: z.number().int(), title: z.string(), source })),
      slides: z.number().int(),
    }),
    read: ({ db }) => ({
      data: listMeetings(db).map((one) => ({
        id: one.id,
        title: one.title,
        date: one.date,
        dateBasis: one.dateBasis,
        nextMeetingOn: one.nextMeetingOn,
        agenda: listAgenda(db, one.id).map((item) => ({
          number: item.number,
          title: item.title,
          source: { meeting: one.id, slide: item.slide },
        })),
        slides: listSlides(db, one.id).length,
      })),
    }),
  },
  {
    path: 'changes',
    summary: 'Ændringer, der gælder fra en dag eller senere, med begge tider',
    query: z.object({ since: isoDay.meta({ description: 'ISO-dag; uden den: alle ændringer' }).optional() }),
    item: z.object({
      sequence: z.number().int(),
      effectiveOn: isoDay,
      recordedAt: z.string(),
      kind: z.string(),
      entity: z.string(),
      id: z.string(),
      field: z.string().nullable(),
      before: z.unknown(),
      after: z.unknown(),
      source: source.nullable(),
    }),
    read: ({ db }, _params, query) => ({
      data: changesSince(db, typeof query.since === 'string' ? query.since : '0001-01-02').map((row) => ({
        sequence: row.seq,
        effectiveOn: row.effectiveOn,
        recordedAt: row.recordedAt,
        kind: row.kind,
        entity: row.entity,
        id: row.objectId,
        field: row.field,
        before: row.oldValue === null ? null : (JSON.parse(row.oldValue) as unknown),
        after: JSON.parse(row.newValue) as unknown,
        source: row.meetingId ? { meeting: row.meetingId, slide: row.slide } : null,
      })),
    }),
  },
];
