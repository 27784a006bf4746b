import { type Editable, field, needed } from '#src/core/editing/editable.ts';

export const editableAgreements: readonly Editable[] = [
  {
    entity: 'agreement',
    slug: 'aftaler',
    plural: 'Aftaler',
    fields: [
      needed('title', 'text', { hint: 'Fx »Databehandleraftale - ny skabelon«.' }),
      needed('solutionId', 'solution'),
      needed('type', 'choice'),
      field('name', 'text', { hint: 'Det, folk kalder aftalen. Tomt: titlen bruges.' }),
      field('aliases', 'words', { hint: 'Ét navn pr. linje. Bruges i søgning.' }),
      field('sent', 'date', { role: 'dispatch' }),
      field('deadline', 'date', { role: 'deadline' }),
      field('recipientsRaw', 'text', { hint: 'Fx »KP systemansvarlige og KOMBIT-programledere«.' }),
      field('recipientRoles', 'words', { hint: 'Én rolle pr. linje, fx »systemansvarlige«.' }),
    ],
    title: ({ name, title, solutionRaw }) => String(name || [solutionRaw, title].filter(Boolean).join(', ')),
    dateField: 'deadline',
    blank: { solutionRaw: '', extra: {} },
    isAsk: true,
    canBeDouble: true,
  },
  {
    entity: 'agreement_detail',
    slug: 'om-aftaler',
    plural: 'Om aftaler, andre slides',
    fields: [
      needed('name', 'text'),
      field('deadline', 'date', { role: 'deadline' }),
      field('signedStated', 'number'),
    ],
    title: ({ name }) => String(name),
    dateField: 'deadline',
  },
];
