import { ROLE_WORDS } from '#src/core/access/roles.ts';
import type { Municipality } from '#src/core/municipalities/queries.ts';
import { plural } from '#src/shared/danish-text.ts';
import { ROLES } from '#src/shared/role-names.ts';
import type { FilterForm } from '#src/web/parts.ts';
import { STANDING_WORDS } from './page.ts';
import type { Standing } from './queries.ts';

/** The words of `?status=`. */
export const STANDING_OF: Readonly<Record<string, Standing>> = {
  aktiv: 'active',
  aldrig: 'never',
  lukket: 'disabled',
  anonymiseret: 'forgotten',
};

export interface Chosen {
  kommune?: string | undefined;
  rolle?: string | undefined;
  status?: string | undefined;
}

export function usersFilter(municipalities: readonly Municipality[], chosen: Chosen): FilterForm {
  const options = (all: string, pairs: [value: string, text: string][], value: string | undefined) => [
    { value: '', text: all, isSelected: !value },
    ...pairs.map(([word, text]) => ({ value: word, text, isSelected: word === value })),
  ];
  return {
    action: '/redaktion/brugere',
    label: 'Filtrér brugere',
    keep: [],
    submit: 'Vis',
    resetHref: Object.values(chosen).some(Boolean) ? '/redaktion/brugere' : null,
    fields: [
      {
        id: 'kommune',
        label: 'Kommune',
        options: options(
          'Alle',
          municipalities.map(({ slug, name }) => [slug, name]),
          chosen.kommune,
        ),
      },
      {
        id: 'rolle',
        label: 'Rolle',
        options: options(
          'Alle',
          ROLES.map((role) => [role, ROLE_WORDS[role]]),
          chosen.rolle,
        ),
      },
      {
        id: 'status',
        label: 'Status',
        options: options(
          'Alle',
          Object.entries(STANDING_OF).map(([word, standing]) => [word, STANDING_WORDS[standing]]),
          chosen.status,
        ),
      },
    ],
  };
}

export function countLine(count: number): string {
  return plural(count, 'bruger', 'brugere');
}
