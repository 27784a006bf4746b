/** What roles an account may have together. The same rule for the form, the command line and what a login tells. */
import { isRole, type Role } from '#src/shared/role-names.ts';
import { MUNICIPAL_ROLES } from './roles.ts';

export interface Rights {
  roles: Role[];
  /** Four-digit code. */
  municipalityId: string | null;
  solutionIds: string[];
}

/** What is wrong with them: the field it is about and one Danish sentence, or null. */
export function whyNotRights(rights: Rights): { about: keyof Rights; text: string } | null {
  const municipal = rights.roles.filter((role) => MUNICIPAL_ROLES.has(role));
  if (rights.roles.length === 0) return { about: 'roles', text: 'Vælg mindst én rolle.' };
  if (municipal.length > 0 && municipal.length < rights.roles.length)
    return { about: 'roles', text: 'Vælg enten KOMBITs roller eller kommunens, ikke begge.' };
  if (municipal.length > 0 && rights.municipalityId === null)
    return { about: 'municipalityId', text: 'Vælg den kommune, personen arbejder i.' };
  if (municipal.length === 0 && rights.municipalityId !== null)
    return {
      about: 'municipalityId',
      text: 'Kun programledere og systemansvarlige hører til en kommune. Vælg ingen kommune.',
    };
  if (rights.solutionIds.length > 0 && !rights.roles.includes('system-owner'))
    return {
      about: 'solutionIds',
      text: 'Kun en systemansvarlig har løsninger. Vælg rollen, eller fjern løsningerne.',
    };
  return null;
}

/** Each once, in the order of the list of roles; unknown words are left out. */
export function knownRoles(words: readonly string[]): Role[] {
  return [...new Set(words.filter(isRole))];
}

export function sameRights(a: Rights, b: Rights): boolean {
  const plain = ({ roles, municipalityId, solutionIds }: Rights) =>
    JSON.stringify([[...roles].sort(), municipalityId, [...solutionIds].sort()]);
  return plain(a) === plain(b);
}
