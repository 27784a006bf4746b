import { type Draft, draftOf, type Interpreter, numbered } from '#src/core/drafts/draft.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';

/** K98: councils and seats, criteria, application form, process, flow, wheel. */
export const interpretGovernance: Interpreter = (snapshot, context) => {
  const councilId = (name: string) => context.idFor('council', name, name);
  const councils = [...new Map(snapshot.k98_seats.map((one) => [one.body, one])).values()];
  const chairOf = (body: string) => snapshot.k98_chairs.find((chair) => chair.body === body)?.chair ?? null;
  const drafts: Draft[] = councils.map((one, position) =>
    draftOf(context, one, {
      entity: 'council',
      id: councilId(one.body),
      label: `Råd: ${one.body}`,
      fields: { position, name: one.body, chair: chairOf(one.body) },
    }),
  );
  return [
    ...drafts,
    ...snapshot.k98_seats.map((one, position, all) =>
      draftOf(context, one, {
        entity: 'seat',
        id: context.idFor(
          'seat',
          numbered(seatName(one), all.map(seatName), position),
          `${one.body} ${one.seat}`,
        ),
        label: `Plads i ${one.body}: ${one.seat}`,
        fields: {
          position,
          councilId: councilId(one.body),
          title: one.seat,
          count: one.count,
          minimum: one.minimum,
          optional: one.optional,
          appointed: one.appointed,
        },
      }),
    ),
    ...snapshot.k98_criteria.map((one, position) =>
      draftOf(context, one, {
        entity: 'seat_criterion',
        id: context.idFor('seat_criterion', one.title, one.title),
        label: `Kriterium: ${one.title}`,
        fields: { position, title: one.title },
      }),
    ),
    ...snapshot.k98_application_fields.map((one, position) =>
      draftOf(context, one, {
        entity: 'application_field',
        id: context.idFor('application_field', one.title, one.title),
        label: `Ansøgningsfelt: ${one.title}`,
        fields: { position, title: one.title, optional: one.optional },
      }),
    ),
    ...snapshot.k98_steps.map((one, position) =>
      draftOf(context, one, {
        entity: 'process_step',
        id: context.idFor('process_step', one.title, one.title),
        label: `Trin i bemandingen: ${one.title}`,
        fields: { position, title: one.title, details: one.details, date: one.date },
        days: [one.date.from],
      }),
    ),
    ...snapshot.k98_flow.map((one, position, all) =>
      draftOf(context, one, {
        entity: 'flow_step',
        id: context.idFor(
          'flow_step',
          numbered(
            one.text,
            all.map(({ text }) => text),
            position,
          ),
          one.text,
        ),
        label: `Flow: ${one.text}`,
        fields: { position, level: one.level, title: one.text },
      }),
    ),
    ...snapshot.annual_wheel.map((one, position, all) =>
      draftOf(context, one, {
        entity: 'wheel_entry',
        id: context.idFor(
          'wheel_entry',
          numbered(
            one.activity,
            all.map(({ activity }) => activity),
            position,
          ),
          one.activity,
        ),
        label: `Årshjul: ${one.activity}`,
        fields: {
          position,
          activity: one.activity,
          level: one.level,
          fromMonth: one.months?.[0] ?? null,
          toMonth: one.months?.[1] ?? null,
          draft: one.draft,
        },
      }),
    ),
  ];
};

/** The second of two seats with the same words has its place in its name. */
function seatName({ body, seat, geography }: Snapshot['k98_seats'][number]): string {
  return [body, seat, ...(geography ? [geography] : [])].join('|');
}
