import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import type { Db } from '#src/db/client.ts';
import { slugify } from '#src/shared/danish-text.ts';
import { InvalidInputError } from '#src/shared/errors.ts';
import { kkrName } from './rules.ts';

/** The KKR in their Danish order, e.g. "KKR Hovedstaden". */
export function listKkr(db: Db): string[] {
  return [...new Set(listMunicipalities(db).map((one) => one.kkr))].sort();
}

export function kkrSlug(kkr: string): string {
  return slugify(kkrName(kkr));
}

/**
 * `?kkr=syddanmark`: the KKR to show, or null for all.
 * @throws InvalidInputError
 */
export function readKkr(query: unknown, db: Db): string | null {
  const asked = (query as Record<string, unknown>).kkr;
  if (asked === undefined || asked === '') return null;
  const known = listKkr(db);
  const found = known.find((one) => kkrSlug(one) === asked);
  if (found) return found;
  const words = known.map(kkrSlug);
  throw new InvalidInputError(
    `Der er intet KKR med navnet »${String(asked).slice(0, 60)}«. Vælg ${words.slice(0, -1).join(', ')} eller ${words.at(-1) ?? ''}.`,
  );
}

/** `?udfoert=valgt`: whoever has just followed an invitation begins here, and is told that it worked. */
export function welcomeIn(query: unknown): string | null {
  return (query as Record<string, unknown>).udfoert === 'valgt'
    ? 'Velkommen. Adgangskoden er valgt, og I er logget ind.'
    : null;
}
