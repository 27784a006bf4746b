import { type Editable, field, needed } from '#src/core/editing/editable.ts';

export const editableMeetings: readonly Editable[] = [
  {
    entity: 'meeting',
    slug: 'moeder',
    plural: 'Møder',
    fields: [
      needed('title', 'text'),
      needed('date', 'date', { role: 'event' }),
      needed('dateBasis', 'choice', { hint: '»Oplyst«, når KOMBIT har bekræftet dagen.' }),
      field('dateReason', 'long-text'),
      field('nextMeetingOn', 'day', { hint: 'dd.mm.åååå' }),
      field('slidesUrl', 'link'),
      field('recordingUrl', 'link'),
    ],
    title: ({ title, id }) => `${String(title)} ${id}`,
    dateField: 'date',
    isReference: true,
  },
];
