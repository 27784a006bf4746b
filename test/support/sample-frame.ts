import { mainNav, type PageFrame } from '#src/web/page-frame.ts';

/** The frame of an ordinary page as of today, to render templates in tests. */
export function sampleFrame(changes: Partial<PageFrame> = {}): PageFrame {
  return {
    title: 'Frister',
    nav: mainNav('deadlines'),
    breadcrumb: [{ text: 'Forside', href: '/' }, { text: 'Frister' }],
    stand: {
      label: '24. november 2025',
      isoDay: '2025-11-24',
      field: '24.11.2025',
      isPast: false,
      canChange: true,
      todayHref: '/frister',
      action: '/frister',
      keep: [],
    },
    banners: [],
    municipality: { officialName: 'Odense Kommune', slug: 'odense' },
    download: { xlsx: '/frister.xlsx', csv: '/frister.csv' },
    user: null,
    signInHref: '/log-ind?tilbage=%2Ffrister',
    staffNav: [],
    receipt: null,
    formFields: () => '',
    query: '',
    historyHref: null,
    reportHref: 'mailto:programleder@kombit.dk',
    editHref: '',
    asset: (path) => `/assets/${path}?v=1`,
    href: (path) => path,
    ...changes,
  };
}
