import { type Editable, field, needed } from '#src/core/editing/editable.ts';

export const editableElections: readonly Editable[] = [
  {
    entity: 'election_step',
    slug: 'valg-skridt',
    plural: 'VALG: næste skridt',
    fields: [
      needed('title', 'text'),
      field('details', 'words', { hint: 'Én pr. linje.' }),
      field('date', 'date', { role: 'step' }),
    ],
    title: ({ title }) => String(title),
    dateField: 'date',
    blank: {},
  },
];
