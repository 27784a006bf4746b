import { type Editable, field } from '#src/core/editing/editable.ts';

/** Their names, codes and regions are reference data; decks and people spell them in further ways. */
export const editableMunicipalities: readonly Editable[] = [
  {
    entity: 'municipality',
    slug: 'kommuner',
    plural: 'Kommuner',
    fields: [
      field('variants', 'words', { hint: 'Én pr. linje. En liste, der bruger den, bliver genkendt.' }),
    ],
    title: ({ name }) => String(name),
    isReference: true,
  },
];
