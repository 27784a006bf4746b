/** From what a login tells to who somebody is in the portal. Only what the settings map counts. */
import type { OidcSettings } from '#src/config.ts';
import type { WantedAccount } from '#src/core/access/account-deeds.ts';
import { type Rights, whyNotRights } from '#src/core/access/rights.ts';
import { MUNICIPAL_ROLES } from '#src/core/access/roles.ts';
import { readMailAddress } from '#src/shared/mail-address.ts';
import type { Claims } from './provider.ts';
import { Refusal } from './refusal.ts';

type Mapping = Pick<OidcSettings, 'rolesClaim' | 'roleOf' | 'cvrClaim' | 'acr'>;

/** @throws Refusal when the login is less sure than the settings ask for */
export function checkAssurance(claims: Claims, { acr }: Mapping): void {
  if (acr.length > 0 && !acr.includes(String(claims.acr ?? ''))) throw new Refusal('sikringsniveau');
}

/**
 * Roles by the map; the municipality by its CVR number, where a role of a municipality is among them.
 * @param solutionIds are the portal's own to give: no login knows them
 * @throws Refusal
 */
export function rightsIn(
  claims: Claims,
  { rolesClaim, roleOf, cvrClaim }: Mapping,
  municipalities: readonly { id: string; cvr: string }[],
  solutionIds: readonly string[] = [],
): Rights {
  const roles = [...new Set(wordsIn(claims[rolesClaim]).flatMap((word) => roleOf.get(word) ?? []))];
  if (roles.length === 0) throw new Refusal('ingen-rolle');
  const isMunicipal = roles.some((role) => MUNICIPAL_ROLES.has(role));
  const cvrs = new Set(wordsIn(claims[cvrClaim]));
  const [only, ...more] = municipalities.filter(({ cvr }) => cvrs.has(cvr));
  if (isMunicipal && (!only || more.length > 0)) throw new Refusal('kommune');
  const rights = {
    roles,
    municipalityId: isMunicipal && only ? only.id : null,
    solutionIds: roles.includes('system-owner') ? [...solutionIds] : [],
  };
  if (whyNotRights(rights)) throw new Refusal('roller');
  return rights;
}

/** Null where the login tells none that can be written to, or says itself that it is not confirmed. */
export function mailIn(claims: Claims): string | null {
  const isDenied = claims.email_verified === false || claims.email_verified === 'false';
  if (typeof claims.email !== 'string' || isDenied) return null;
  const read = readMailAddress(claims.email);
  return 'address' in read ? read.address : null;
}

/** The name as it is told, in one line; else what stands before the @ of the mail address. */
export function nameIn(claims: Claims, email: string): WantedAccount['name'] {
  const parts = [claims.given_name, claims.family_name].filter((part) => typeof part === 'string');
  const told = typeof claims.name === 'string' ? claims.name : parts.join(' ');
  const name = told
    .normalize('NFC')
    .replace(/[\p{Cc}<>]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 100);
  return name || (email.split('@')[0] ?? email);
}

/** A claim may be one word, several in a text, or a list. */
function wordsIn(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.filter((one) => typeof one === 'string');
  if (typeof claim === 'number') return [String(claim)];
  return typeof claim === 'string' ? [claim, ...claim.split(/[\s,]+/)].filter(Boolean) : [];
}
