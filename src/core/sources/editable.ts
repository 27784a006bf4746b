import { type Editable, field, needed } from '#src/core/editing/editable.ts';

export const editableSources: readonly Editable[] = [
  {
    entity: 'contact',
    slug: 'kontakter',
    plural: 'Kontakter',
    fields: [
      needed('name', 'text'),
      field('roles', 'words', { hint: 'Én pr. linje. Kun arbejdsroller.' }),
      needed('email', 'text', { hint: 'Arbejdsmail eller fælles postkasse.' }),
      field('solutionId', 'solution'),
    ],
    title: ({ name }) => String(name),
    blank: { slides: [] },
    canBeDouble: true,
  },
  {
    entity: 'link',
    slug: 'links',
    plural: 'Links',
    fields: [needed('text', 'text'), needed('url', 'link'), field('solutionId', 'solution')],
    title: ({ text, url }) => String(text || url),
    blank: {},
    canBeDouble: true,
  },
  {
    entity: 'same_ask',
    slug: 'samme-opgave',
    plural: 'Samme opgave to steder',
    fields: [needed('reason', 'long-text')],
    title: ({ shown, folded }) => `${String(shown)} og ${String(folded)}`,
  },
];
