import { actorName } from '#src/core/access/accounts.ts';
import { ROLE_WORDS } from '#src/core/access/roles.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import type { Batch } from './queries.ts';

/** Who did it, as they were then: the name, and "Programleder, Odense Kommune". */
export function whoOf(
  db: Db,
  { actor, actorRole, actorMunicipalityId }: Pick<Batch, 'actor' | 'actorRole' | 'actorMunicipalityId'>,
): { name: string; title: string } {
  const words: Readonly<Record<string, string>> = ROLE_WORDS;
  const roles = actorRole
    .split(',')
    .flatMap((role) => words[role] ?? [])
    .join(', ');
  const municipality = listMunicipalities(db).find(({ id }) => id === actorMunicipalityId)?.officialName;
  return { name: actorName(db, actor), title: [roles, municipality].filter(Boolean).join(', ') };
}
