/**
 * The address of a page of the portal, carrying the day it is shown as of. `isoDay` null means today.
 * Fragments, mails and other sites are left as they are.
 */
export function withStand(path: string, isoDay: string | null): string {
  if (!isoDay || !path.startsWith('/') || path.startsWith('//')) return path;
  const [address = '', fragment] = path.split('#', 2);
  const joint = address.includes('?') ? '&' : '?';
  return `${address}${joint}stand=${isoDay}${fragment === undefined ? '' : `#${fragment}`}`;
}
