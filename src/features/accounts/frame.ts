import type { PageOptions } from '#src/web/page.ts';
import type { Crumb } from '#src/web/page-frame.ts';

/** Pages about signing in stand outside the menus, and nobody is to find them in a search. */
export function aloneFrame(title: string): PageOptions {
  return { title, breadcrumb: [], robots: 'noindex', source: null, forWork: true };
}

/** Pages under Redaktion, Brugere. */
export function usersFrame(title: string, below: Crumb[] = []): PageOptions {
  const users: Crumb =
    below.length === 0 ? { text: 'Brugere' } : { text: 'Brugere', href: '/redaktion/brugere' };
  const breadcrumb = [{ text: 'Forside', href: '/' }, users, ...below];
  return { title, breadcrumb, staff: 'accounts', robots: 'noindex', source: null, forWork: true };
}
