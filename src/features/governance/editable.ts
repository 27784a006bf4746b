import { type Editable, field, needed } from '#src/core/editing/editable.ts';

export const editableGovernance: readonly Editable[] = [
  {
    entity: 'process_step',
    slug: 'k98-trin',
    plural: 'K98: trin i bemandingen',
    fields: [
      needed('title', 'text'),
      field('details', 'words', { hint: 'Én pr. linje.' }),
      field('date', 'date', { role: 'step' }),
    ],
    title: ({ title }) => String(title),
    dateField: 'date',
    blank: {},
  },
  {
    entity: 'seat',
    slug: 'k98-pladser',
    plural: 'K98: pladser',
    fields: [
      needed('title', 'text'),
      field('count', 'number', { hint: 'Tomt, hvis antallet er åbent.' }),
      field('minimum', 'yes-no'),
      field('optional', 'yes-no'),
      field('appointed', 'words', { hint: 'Én person pr. linje: navn og stilling.' }),
      field('municipalityId', 'municipality', { hint: 'Den udpegedes kommune.' }),
    ],
    title: ({ title }) => String(title),
  },
  {
    entity: 'wheel_entry',
    slug: 'k98-aarshjul',
    plural: 'K98: årshjul',
    fields: [
      needed('activity', 'text'),
      field('level', 'text', {
        hint: 'KL, Bestyrelse, Porteføljeråd, Fagråd eller KOMBIT. Tomt: ikke oplyst.',
      }),
      field('fromMonth', 'month'),
      field('toMonth', 'month'),
      field('draft', 'yes-no'),
    ],
    title: ({ activity }) => String(activity),
  },
];
