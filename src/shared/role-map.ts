import { isRole, ROLES, type Role } from './role-names.ts';

/** What a login solution calls a role, and the portal's role for it. */
export type RoleMap = { roleOf: ReadonlyMap<string, Role> };

/**
 * "PL_Redaktion=staff, PL_Programleder=programme-leader". The name may hold anything but commas: the last sign of
 * equality parts it from the role.
 * @returns the map, or what is wrong, to stand behind the setting's name
 */
export function readRoleMap(text: string): RoleMap | { fault: string } {
  const pairs = text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part): [string, string] => {
      const at = part.lastIndexOf('=');
      return [part.slice(0, Math.max(at, 0)).trim(), part.slice(at + 1).trim()];
    });
  const known = pairs.filter((pair): pair is [string, Role] => pair[0] !== '' && isRole(pair[1]));
  if (pairs.length === 0 || known.length < pairs.length)
    return { fault: `skal være par som NAVN=rolle adskilt af komma; rollerne er ${ROLES.join(', ')}` };
  return { roleOf: new Map(known) };
}
