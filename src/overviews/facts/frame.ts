import type { PageOptions } from '#src/web/page.ts';
import type { Crumb } from '#src/web/page-frame.ts';

/** The frame of every page under Redaktion > Frister og opgaver. */
export function frameOf(title: string, crumbs: readonly Crumb[]): PageOptions {
  return {
    title,
    staff: 'facts',
    forWork: true,
    source: null,
    robots: 'noindex',
    breadcrumb: [
      { href: '/', text: 'Forside' },
      ...(crumbs.length > 0 ? [{ href: '/redaktion/oplysninger', text: 'Frister og opgaver' }] : []),
      ...crumbs,
    ],
  };
}
