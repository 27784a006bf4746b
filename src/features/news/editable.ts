import { type Editable, field, needed } from '#src/core/editing/editable.ts';
import type { ContractDate } from './queries.ts';
import { CONTRACT_WORDS } from './rules.ts';

export const editableNews: readonly Editable[] = [
  {
    entity: 'event',
    slug: 'arrangementer',
    plural: 'Arrangementer',
    fields: [
      needed('title', 'text'),
      needed('solutionId', 'solution', { hint: 'Arrangementet står på løsningens side.' }),
      needed('date', 'date', { role: 'event' }),
      field('time', 'time', { hint: 'Fx 9.30-11.00.' }),
      field('place', 'text'),
      field('audience', 'text'),
      field('signupDeadline', 'date', { role: 'deadline' }),
      field('url', 'link'),
      field('announced', 'date', { role: 'as-of' }),
    ],
    title: ({ title }) => String(title),
    dateField: 'date',
    blank: {},
    isAsk: true,
    canBeDouble: true,
  },
  {
    entity: 'news_item',
    slug: 'nyheder',
    plural: 'Nyheder',
    fields: [
      needed('title', 'text'),
      needed('solutionId', 'solution', { hint: 'Nyheden står på løsningens side.' }),
      field('date', 'date', { role: 'as-of' }),
      field('wording', 'long-text', { hint: 'Med portalens egne ord.' }),
    ],
    title: ({ title }) => String(title),
    dateField: 'date',
    blank: {},
    canBeDouble: true,
  },
  {
    entity: 'contract_date',
    slug: 'kontraktdatoer',
    plural: 'Kontraktdatoer',
    fields: [needed('solutionId', 'solution'), needed('what', 'choice'), needed('date', 'date')],
    title: ({ what }) => CONTRACT_WORDS[what as ContractDate['what']].title,
    dateField: 'date',
    blank: {},
  },
];
