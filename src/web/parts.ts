/**
 * The data of the parts in `views/parts`. `page.ts` of a feature prepares it, the part prints it, and nothing is
 * decided in between. Each part takes its data under one name of its own, so that nothing of the page shines through:
 *
 *     <%~ include('/parts/status', { status: row.status }) %>
 *
 * Addresses are paths of the portal without `?stand=`; the part sends them through `it.href`.
 * Texts are ready to read: dates, numbers and words are Danish already. A text that may be missing is '' or null.
 */
import type { IconName } from './icons.ts';

export type Tone = 'done' | 'progress' | 'soon' | 'over' | 'open' | 'unknown' | 'plain';

/** Part `status`, key `status`. Make it with `statusBadge` or `whenBadge`. */
export interface StatusBadge {
  word: string;
  icon: IconName | null;
  tone: Tone;
  /** On a tone of its own, for the one status a page is about. */
  pill?: boolean;
  /** For those who hear the page and do not see the column: "Odense". */
  about?: string;
}

/** Part `kildechip`, key `chip`; several at once: part `kilder`, key `chips`. Make it with `sourceChip`. */
export interface SourceChip {
  href: string;
  text: string;
}

/** Part `usikker-dato`, key `date`: a date as it is meant, with the words of the source wherever they say less. */
export interface FuzzyDateView {
  /** "man. 15. dec. 2025", "11.–20. dec. 2025", "Uafklaret", "Ikke oplyst" */
  text: string;
  /** The words of the source, without quotes. */
  raw: string;
  /** True when the text is a reading of the words and not the words themselves. */
  showRaw: boolean;
  /** SVG from `intervalBar`, or '' for an exact day and for no date. */
  bar: string;
  /** First and last possible day, ISO; null where there is none or it is open. */
  from: string | null;
  to: string | null;
  /** True for "Uafklaret" and "Ikke oplyst": there is no date. */
  isMissing: boolean;
}

/** Part `antal`, key `count`: "15 af 98" with its bar. */
export interface Count {
  count: number;
  total: number;
  /** What was counted, for those who hear it: "underskrevet". */
  word: string;
  /** SVG from `progressBar`. */
  bar: string;
}

/** Part `naeste-skridt`, key `steps`: at most two. */
export interface NextStep {
  /** "Næste frist, man. 1. dec. 2025, om 7 dage" */
  why: string;
  title: string;
  href: string;
}

/** Part `tally`, key `tally`: counts that lead to their groups. */
export interface TallyEntry {
  href: string;
  count: number;
  heading: StatusBadge;
}

/** Part `tom`, key `empty`: what happened, what to do, one way on. */
export interface EmptyState {
  icon: IconName;
  title: string;
  text: string;
  action: { href: string; text: string } | null;
  /** A heading of this level where the box is a section's whole content; 0 for bold text. */
  level?: 0 | 2 | 3;
}

/** Part `bemaerkning`, key `remark`: something in the source that may be wrong. */
export interface Remark {
  text: string;
  /** What an editor made of it, with author and reason in words; '' when it stands as published. */
  correction: string;
}

/** Part `rettelser`, key `corrections`: where a person has said otherwise than the material. Made by `correctionViews`. */
export interface CorrectionView {
  /** "Rettet: Frist.", "Ændret fra 1. december 2025: Frist." */
  what: string;
  /** The words of the material; '' where it leaves the field empty. */
  said: string;
  /** "Rita Redaktør, 24.11.2025 kl. 9.12" */
  by: string;
  /** Why; '' when nobody said. */
  reason: string;
}

/** Part `kontakt`, key `contact`: a person or a mailbox, kept out of search results. */
export interface ContactBlock {
  name: string;
  roles: string;
  email: string;
  /** What to ask about: "SAPA"; '' for none. */
  about: string;
  sources: SourceChip[];
}

/** Part `filter`, key `filter`: lists in a GET form. With the script a changed list is sent at once. */
export interface FilterForm {
  action: string;
  /** Name of the form for those who hear it: "Filtrér frister". */
  label: string;
  fields: SelectField[];
  /** What is typed: a day, a code. */
  typed?: TypedField[];
  /** Parameters that are kept as they are. */
  keep: { name: string; value: string }[];
  submit: string;
  /** Null when nothing is chosen. */
  resetHref: string | null;
  /** Without ground, for a single chooser in a heading. */
  isBare?: boolean;
}

export interface TypedField {
  /** Also the name of the parameter. */
  id: string;
  label: string;
  value: string;
  /** What it looks like: "dd.mm.åååå"; '' for none. */
  example: string;
}

export interface SelectField {
  /** Also the name of the parameter. */
  id: string;
  label: string;
  options: { value: string; text: string; isSelected: boolean }[];
}

/** Part `billede`, key `picture`: a drawing with its key and a line of text. */
export interface Picture {
  /** From one of the functions in `src/web/pictures`. */
  svg: string;
  /** SVG for narrow screens; '' when one drawing serves both. */
  narrowSvg: string;
  key: { svg: string; text: string }[];
  caption: string;
}

/** Part `trin`, key `steps`: a process from left to right, on a narrow screen from the top down. */
export interface ProcessStep {
  /** "27. nov.", "Uge 3–4", "Uden dato" */
  date: string;
  title: string;
  details: string[];
  state: 'done' | 'now' | 'ahead';
  /** "Gennemført", "Næste skridt", "" */
  stateWord: string;
  /** The date of a done step has passed, and nobody has said how it went: no tick. */
  isUnconfirmed?: boolean;
}

/** Part `pladser`, key `seats`: one box to a seat. */
export interface Seat {
  title: string;
  /** "KKR Nordjylland", or the name and municipality of the person who has it. */
  text: string;
  isTaken: boolean;
}

/** Part `kommunenavne`, key `names`: municipalities in columns. */
export interface MunicipalityName {
  name: string;
  href: string;
  isOwn: boolean;
}

/** Part `fordeling`, key `distribution`: how many of how many in each part of the country. */
export interface Distribution {
  caption: string;
  /** Heading of the first column: "KKR". */
  heading: string;
  rows: { name: string; count: Count; isOwn: boolean }[];
}

/** Part `hent`, key `download`: the same list as a file. Make it with `downloadOf`. */
export interface Download {
  xlsx: string;
  csv: string;
}

/** Part `bladre`, key `paging`: to the one before and the one after. */
export interface Paging {
  /** For those who hear the page: "Forrige og næste slide". */
  label: string;
  previous: { href: string; text: string } | null;
  next: { href: string; text: string } | null;
}

/** Part `fakta`, key `facts`: terms and what they are. */
export interface Fact {
  term: string;
  text: string;
  /** Where the text leads; '' for plain text. */
  href: string;
  /** Words of the source beside the text; '' for none. */
  raw: string;
}

/** Part `udsagn`, key `sayings`: sentences of the material. Make them with `sayingsOf`. */
export interface Saying {
  text: string;
  /** The words of the source; otherwise the portal's own. */
  isQuote: boolean;
}
