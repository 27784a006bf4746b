import type { PageOptions } from '#src/web/page.ts';
import type { Crumb } from '#src/web/page-frame.ts';

const LIST: Crumb = { href: '/redaktion/indlaes', text: 'Indlæs præsentation' };

/** The frame of every page here. @param under from the list to the page; none for the list itself */
export function frame(title: string, ...under: Crumb[]): PageOptions {
  const { text } = LIST;
  return {
    title,
    staff: 'import',
    forWork: true,
    source: null,
    robots: 'noindex',
    breadcrumb: [{ href: '/', text: 'Forside' }, ...(under.length > 0 ? [LIST, ...under] : [{ text }])],
  };
}
