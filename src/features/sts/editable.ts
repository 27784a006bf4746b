import { type Editable, needed } from '#src/core/editing/editable.ts';

export const editableSts: readonly Editable[] = [
  {
    entity: 'sts_milestone',
    slug: 'sts-milepaele',
    plural: 'STS-milepæle',
    fields: [needed('title', 'text'), needed('date', 'date')],
    title: ({ title }) => String(title),
    dateField: 'date',
    blank: {},
    canBeDouble: true,
  },
  {
    entity: 'sts_phase',
    slug: 'sts-faser',
    plural: 'STS-faser',
    fields: [needed('title', 'text'), needed('date', 'date')],
    title: ({ title }) => String(title),
    dateField: 'date',
    blank: {},
  },
];
