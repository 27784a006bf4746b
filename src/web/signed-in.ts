import type { FastifyRequest } from 'fastify';
import { MUNICIPAL_ROLES, ROLE_WORDS } from '#src/core/access/roles.ts';
import type { SignedIn } from './page-frame.ts';

/** Who is signed in, as the top of every page says it. */
export function signedInOf({ principal, own }: FastifyRequest): SignedIn | null {
  if (!principal) return null;
  const municipality = own?.officialName ?? null;
  const roles = principal.roles.map((role) => ROLE_WORDS[role]).join(', ');
  const isMunicipal = principal.roles.some((role) => MUNICIPAL_ROLES.has(role));
  return {
    name: principal.name,
    title: isMunicipal && municipality ? `${roles}, ${municipality}` : roles,
    seeingAs: principal.seeingAs ? municipality : null,
  };
}
