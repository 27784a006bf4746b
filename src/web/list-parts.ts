/** The data of the parts that list deadlines and agreements; the others stand in parts.ts. */
import type { Count, FuzzyDateView, Remark, SourceChip, StatusBadge } from './parts.ts';

/** Part `fristraekke`, key `deadline`: one row in a list of deadlines. */
export interface DeadlineRow {
  date: FuzzyDateView;
  /** "om 7 dage", "tidligst om 17 dage", "21 dage siden", "udsendes om 7 dage", "" */
  relative: string;
  /** What happens on the date where it is no deadline: "udsendes", "afholdes". */
  occasion?: string;
  /** Stands before the title where the solution has no column of its own: "VALG"; '' when the title says it. */
  lead: string;
  title: string;
  href: string;
  /** "KLIK", "KLIK og aftale", "KLIK, arbejdstitel", "Arrangement", "Milepæl", "Råd", "Opgave" */
  kind: string;
  solution: string;
  sources: SourceChip[];
  /** Null where nothing is to be said: no municipality chosen, or said once in the heading. */
  status: StatusBadge | null;
  /** Whom it concerns where that is not all 98: "Gælder EG-kommuner; ikke oplyst hvilke". */
  audience?: string;
  /** One sentence more, on the list only; '' for none. */
  note: string;
}

/** Part `fristgruppe`, key `group`: a heading with its rows; the rest is folded together. */
export interface DeadlineGroup {
  id: string;
  heading: StatusBadge;
  count: number;
  /** To the right of the heading: "Uge 48", "Til og med 8. dec.". */
  hint: string;
  rows: DeadlineRow[];
  /** Behind "Vis 5 ældre frister"; null when everything is shown. */
  folded: { summary: string; rows: DeadlineRow[] } | null;
}

/** Part `fristtabel`, key `table`: all deadlines in one table. Without a municipality there is no column for status. */
export interface DeadlineTable {
  caption: string;
  /** "Odense", or null. */
  municipality: string | null;
  groups: DeadlineGroup[];
}

/** Part `aftaletabel`, key `table`. */
export interface AgreementTable {
  caption: string;
  groups: { id: string; heading: string; rows: AgreementRow[] }[];
}

/** Part `aftaleraekke`, key `agreement`: one `<tr>` of the agreements. */
export interface AgreementRow {
  /** Name of the solution: "KSD". */
  title: string;
  href: string;
  /** "Databehandleraftale, ny skabelon" */
  kind: string;
  sent: FuzzyDateView;
  deadline: FuzzyDateView;
  /** "om 21 dage"; '' when passed or without a date. */
  relative: string;
  isPassed: boolean;
  /** Null where nobody has counted, which is said once above the table. */
  signatures: Count | null;
  /** "IT- og digitaliseringschefer og KOMBIT-programledere", "Ikke oplyst" */
  recipients: string;
  remarks: Remark[];
  sources: SourceChip[];
}
