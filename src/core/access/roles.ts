/** Who somebody is to the portal. Both ways of signing in end in the same `Principal`; features know nothing else. */
import type { SIGN_IN_METHODS } from '#src/db/schema/accounts.ts';
import type { Role } from '#src/shared/role-names.ts';

export type { Role } from '#src/shared/role-names.ts';
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

export interface Principal {
  accountId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  /** The one municipality that the municipal roles are of, four-digit code; null for KOMBIT's own. */
  municipalityId: string | null;
  /** Solutions of a system owner. */
  solutionIds: readonly string[];
  /** Short public name of the session, as in the log. */
  sessionRef: string;
  method: SignInMethod;
  /** KOMBIT staff looking at a municipality's page as it sees it: roles and municipality are then those of the municipality. */
  seeingAs: boolean;
}

/** As on screen. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  admin: 'Administrator',
  staff: 'KOMBIT-redaktør',
  'programme-leader': 'Programleder',
  'system-owner': 'Systemansvarlig',
};

/** Roles that are of one municipality. */
export const MUNICIPAL_ROLES: ReadonlySet<Role> = new Set(['programme-leader', 'system-owner']);

/** Who may use a route. A route that does not say so stops the start. */
export const ACCESS_RULES = ['open', 'read', 'signed-in', 'municipality', 'staff', 'admin'] as const;
export type AccessRule = (typeof ACCESS_RULES)[number];

/** Admin contains staff. */
export function isStaff(principal: Principal | null): boolean {
  return principal?.roles.some((role) => role === 'staff' || role === 'admin') ?? false;
}

export function isAdmin(principal: Principal | null): boolean {
  return principal?.roles.includes('admin') ?? false;
}

/** A municipality's answers are for its own people and for KOMBIT. @param code the municipality's */
export function maySeeAnswers(principal: Principal | null, code: string): boolean {
  return principal?.municipalityId === code || isStaff(principal);
}

/**
 * May somebody use a route of this rule?
 * `open`: everybody, always. `read`: whoever may read the portal (`readersSignIn`: only those signed in).
 * `municipality`: the roles of one municipality.
 */
export function mayUse(rule: AccessRule, principal: Principal | null, readersSignIn: boolean): boolean {
  switch (rule) {
    case 'open':
      return true;
    case 'read':
      return principal !== null || !readersSignIn;
    case 'signed-in':
      return principal !== null;
    case 'municipality':
      return principal !== null && principal.municipalityId !== null;
    case 'staff':
      return isStaff(principal);
    case 'admin':
      return isAdmin(principal);
  }
}
