import { type Editable, field, needed } from '#src/core/editing/editable.ts';

export const editableSolutions: readonly Editable[] = [
  {
    entity: 'solution',
    slug: 'loesninger',
    plural: 'Løsninger',
    fields: [
      needed('name', 'text'),
      field('fullName', 'text'),
      field('aliases', 'words', { hint: 'Én stavemåde pr. linje, som materialet bruger den.' }),
      field('summary', 'long-text', { hint: 'En eller to sætninger med portalens egne ord.' }),
    ],
    title: ({ name }) => String(name),
    isReference: true,
  },
  {
    entity: 'municipality_set',
    slug: 'kommunegrupper',
    plural: 'Grupper af kommuner',
    fields: [needed('name', 'text'), field('note', 'long-text')],
    title: ({ name }) => String(name),
    isReference: true,
  },
];
