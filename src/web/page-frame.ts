/**
 * What every page gives the layout (`views/layouts/page.eta`) beside its own data: the frame around the content.
 */
import { isAdmin, isStaff, type Principal } from '#src/core/access/roles.ts';

import type { Download } from './parts.ts';

/** The entries of the main menu, in the order in which they stand. */
export const MAIN_NAV = [
  { key: 'overview', href: '/', text: 'Overblik' },
  { key: 'deadlines', href: '/frister', text: 'Frister' },
  { key: 'agreements', href: '/aftaler', text: 'Aftaler' },
  { key: 'klik', href: '/klik', text: 'KLIK-opgaver' },
  { key: 'municipalities', href: '/kommuner', text: 'Kommuner' },
  { key: 'solutions', href: '/loesninger', text: 'Løsninger' },
  { key: 'sts', href: '/sts', text: 'STS-genudbud' },
  { key: 'k98', href: '/k98', text: 'K98' },
  { key: 'meetings', href: '/moeder', text: 'Møder' },
] as const;

export type NavKey = (typeof MAIN_NAV)[number]['key'];

export interface PageFrame {
  /** The browser's title without the portal's name; usually the words of the h1. */
  title: string;
  nav: NavEntry[];
  /** From the front page to this page; the last one has no `href`. Empty: no breadcrumb (front page of a sign-in). */
  breadcrumb: Crumb[];
  stand: Stand;
  /** Quiet lines above the content: old material, a pinned today, a day before all material. */
  banners: Banner[];
  /** The municipality the reader has chosen, shown in the header; null when none is chosen. */
  municipality: { officialName: string; slug: string } | null;
  /** The page asks for itself again after so many seconds, while something is under way. */
  refreshSeconds?: number;
  /** For `<meta name="robots">`, e.g. `noindex` on pages with people's names. */
  robots?: string;
  /** This list as a file, with the filters of the address; made by `reply.page`. */
  download: Download;
  /** Who is signed in; null for a reader without an account. */
  user: SignedIn | null;
  /** Where a reader signs in; comes back to this page. */
  signInHref: string;
  /** The editors' own menu; empty for everybody else. */
  staffNav: NavEntry[];
  /** What was just done, with its undo; null when nothing was. */
  receipt: Receipt | null;
  /** Hidden fields of every form that sends (POST): the token, and the key by which it is carried out once. */
  formFields: () => string;
  /** What stands in the search field. */
  query: string;
  /** "Meld en fejl" at the end of the content; made by `reportErrorHref`. Null on error pages. */
  reportHref: string | null;
  /** Where an editor corrects what the page is about; '' for everybody else. */
  editHref: string;
  /** History of the record that the page is about, for editors; null for everybody else. */
  historyHref: string | null;
  /** Address of a file under `/assets`, with its content hash: `asset('css/portal.css')`. */
  asset: (path: string) => string;
  /** Address of a page of the portal; carries `?stand=` while an earlier day is shown. */
  href: (path: string) => string;
}

export interface SignedIn {
  name: string;
  /** "Programleder, Odense Kommune", "KOMBIT-redaktør". */
  title: string;
  /** Official name of the municipality whose page KOMBIT staff see as it sees it, or null. */
  seeingAs: string | null;
}

export interface Receipt {
  text: string;
  /** The batch that can be undone, or null. */
  undoBatchId: number | null;
  /** Path of this page, where the undoing comes back to. */
  back: string;
  /** The batch in the log of changes, for those who may read it; null for others. */
  logHref: string | null;
}

/** The editors' menu, in the order in which it stands. */
export const STAFF_NAV = [
  { key: 'signatures', href: '/redaktion/underskrifter', text: 'Underskrifter', admin: false },
  { key: 'answers', href: '/redaktion/svar', text: 'Svar', admin: false },
  { key: 'import', href: '/redaktion/indlaes', text: 'Indlæs præsentation', admin: false },
  { key: 'facts', href: '/redaktion/oplysninger', text: 'Frister og opgaver', admin: false },
  { key: 'contacts', href: '/redaktion/kontakter', text: 'Kontakter', admin: false },
  { key: 'mails', href: '/redaktion/mails', text: 'Mails', admin: false },
  { key: 'accounts', href: '/redaktion/brugere', text: 'Brugere', admin: true },
  { key: 'log', href: '/redaktion/log', text: 'Ændringslog', admin: false },
  { key: 'access-log', href: '/redaktion/adgangslog', text: 'Adgangslog', admin: true },
] as const;

export type StaffKey = (typeof STAFF_NAV)[number]['key'];

export interface NavEntry {
  href: string;
  text: string;
  /** `page`: this very page. `true`: a page under it. Null: elsewhere. The values of aria-current. */
  current: 'page' | 'true' | null;
}

export interface Crumb {
  text: string;
  href?: string;
}

/** The day the portal is shown as of. */
export interface Stand {
  /** "24. november 2025" */
  label: string;
  /** "2025-11-24" */
  isoDay: string;
  /** "24.11.2025", what stands in the date field. The field is text: the server reads dd.mm.yyyy and ISO. */
  field: string;
  /** True when an earlier day than today is shown: a band that cannot be closed stands on the page. */
  isPast: boolean;
  /** False on a page where people work. */
  canChange: boolean;
  /** This page as of today. */
  todayHref: string;
  /** Path the date form is sent to (GET): this page. */
  action: string;
  /** The page's other query parameters, so that filters survive a changed date. */
  keep: { name: string; value: string }[];
}

export interface Banner {
  text: string;
  /** Of no use on a page where people work: what they write is of today. */
  aboutReading?: true;
  link?: { href: string; text: string };
}

/** The editors' menu for somebody who may use it. */
export function staffNav(principal: Principal | null, active: StaffKey | null): NavEntry[] {
  if (!isStaff(principal)) return [];
  return STAFF_NAV.filter(({ admin }) => !admin || isAdmin(principal)).map(({ key, href, text }) => ({
    href,
    text,
    current: key === active ? 'true' : null,
  }));
}

/** The main menu with the active entry marked. `onSubpage`: the page lies under the entry and is not the entry's own. */
export function mainNav(active: NavKey | null, onSubpage = false): NavEntry[] {
  return MAIN_NAV.map(({ key, href, text }) => ({
    href,
    text,
    current: key === active ? (onSubpage ? 'true' : 'page') : null,
  }));
}
