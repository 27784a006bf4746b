/** Roles as they are stored, in settings and on the command line. Their words on screen: `src/core/access/roles.ts`. */
export const ROLES = ['admin', 'staff', 'programme-leader', 'system-owner'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}
