import { draftOf, type Interpreter, numbered } from '#src/core/drafts/draft.ts';

/** VALG: figures and next steps. */
export const interpretElections: Interpreter = (snapshot, context) => [
  ...snapshot.figures
    .filter((one) => one.target.startsWith('valg'))
    .map((one, position) =>
      draftOf(context, one, {
        entity: 'election_figure',
        id: context.idFor('election_figure', one.name, one.name),
        label: `Tal: ${one.name}`,
        fields: {
          position,
          name: one.name,
          value: one.value,
          unit: one.unit,
          asOf: one.as_of,
          unassigned: one.unassigned,
        },
        days: [one.as_of?.from],
      }),
    ),
  ...snapshot.next_steps
    .filter((one) => one.target.startsWith('valg'))
    .map((one, position, all) =>
      draftOf(context, one, {
        entity: 'election_step',
        id: context.idFor(
          'election_step',
          numbered(
            one.title,
            all.map(({ title }) => title),
            position,
          ),
          one.title,
        ),
        label: `Næste skridt i VALG: ${one.title}`,
        fields: { position, title: one.title, details: one.details, date: one.date },
      }),
    ),
];
