import { type Editable, field, needed } from '#src/core/editing/editable.ts';

export const editableSapa: readonly Editable[] = [
  {
    entity: 'sapa_access',
    slug: 'skattedata',
    plural: 'SAPA: adgange til skattedata',
    fields: [
      needed('name', 'text'),
      field('levels', 'words', { hint: 'Ét niveau pr. linje.' }),
      field('purposesStated', 'number'),
      field('expected', 'date', { role: 'deadline' }),
    ],
    title: ({ name }) => String(name),
    dateField: 'expected',
  },
];
