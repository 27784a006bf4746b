import type { GridQuery } from './forms.ts';

export const SIGNING_HREF = '/redaktion/underskrifter';

/** Address of an agreement's grid with what is shown on it: "/redaktion/underskrifter/x?vis=mangler". */
export function gridHref(agreementId: string, query: Partial<GridQuery> = {}): string {
  const set = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(set).toString();
  return `${SIGNING_HREF}/${agreementId}${search ? `?${search}` : ''}`;
}
