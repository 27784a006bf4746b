import { type Editable, field, needed } from '#src/core/editing/editable.ts';

export const editableRequests: readonly Editable[] = [
  {
    entity: 'request',
    slug: 'opgaver',
    plural: 'Opgaver uden KLIK-opgave',
    fields: [
      needed('title', 'text', { hint: 'Kort og som en handling: »Send evalueringen af valget«.' }),
      field('solutionId', 'solution'),
      field('wording', 'long-text', { hint: 'Med portalens egne ord. Skriv aldrig om borgere.' }),
      field('deadline', 'date', { role: 'deadline' }),
      field('informationOnly', 'yes-no', { hint: 'Ja, hvis kommunerne ikke skal gøre noget.' }),
    ],
    title: ({ title, wording, text }) => String(title ?? wording ?? text ?? 'Opgave uden titel'),
    dateField: 'deadline',
    blank: { text: null, stated: false },
    isAsk: true,
    canBeDouble: true,
  },
];
