/** From a kind of seat, as the material words it, to one place per seat. */
import type { Seat } from './queries.ts';

export interface Place {
  title: string;
  text: string;
  isTaken: boolean;
}

/** What the places of a council are drawn with. */
export interface Geography {
  /** The five KKR, in Danish order. */
  kkrs: readonly string[];
  /** KKR of the chosen municipality; null when none is chosen. */
  ownKkr: string | null;
  municipalityOf: (id: string) => { name: string; kkr: string } | undefined;
}

/**
 * One place to a seat: those who are appointed first, then the empty ones. A seat whose number is not told has no
 * place; an optional one has a single place that says so.
 */
export function placesOf(seat: Seat, geography: Geography): Place[] {
  const { title, text } = seatWords(seat.title);
  const home = seat.municipalityId ? geography.municipalityOf(seat.municipalityId) : undefined;
  const taken = seat.appointed.map((name) => ({
    title,
    text: home ? `${name}, ${home.name}` : name,
    isTaken: true,
  }));
  if (seat.optional) {
    return taken.length > 0 ? taken : [{ title, text: 'Valgfri plads', isTaken: false }];
  }
  const empty = emptyTexts(seat, text, geography, home?.kkr).map((words) => ({
    title,
    text: words,
    isTaken: false,
  }));
  return [...taken, ...empty.slice(0, Math.max(0, (seat.count ?? 0) - taken.length))];
}

/** True for a seat of which each KKR has one. */
export function isPerKkr(seat: Pick<Seat, 'title' | 'count'>, kkrs: readonly string[]): boolean {
  return /\bKKR\b/.test(seat.title) && seat.count === kkrs.length;
}

/**
 * Who sits there, in two short lines: "En repræsentant fra ATP" is ATP's representative, "En kommunaldirektør fra hver
 * af de fem KKR-geografier" is a kommunaldirektør.
 */
export function seatWords(words: string): { title: string; text: string } {
  const whole = words.replace(/\.\s*$/, '').trim();
  const may = /^(.+?) kan være /i.exec(whole);
  if (may) return { title: capital(may[1] ?? whole), text: '' };
  const seat = whole
    .replace(/^(minimum )?(en|et|to|tre|fire|fem) /i, '')
    .replace(/ (fra|af) (hver|de fem)\b.*$/i, '')
    .replace(/ inden for .*$/i, '');
  const [who = seat, of] = seat.split(/ (?:fra|for) (.+)/);
  const named = /^(.+) \((\p{Lu}+)\)$/u.exec(of ?? '');
  if (named) return { title: named[2] ?? '', text: capital(named[1] ?? '') };
  if (of && /^repræsentant/i.test(who)) return { title: capital(of), text: capital(who) };
  return { title: capital(who), text: of ? capital(of) : '' };
}

function emptyTexts(seat: Seat, text: string, geography: Geography, takenKkr: string | undefined): string[] {
  if (isPerKkr(seat, geography.kkrs)) {
    if (seat.appointed.length > 0 && !takenKkr) return Array(seat.count ?? 0).fill('KKR ikke oplyst');
    return geography.kkrs
      .filter((kkr) => kkr !== takenKkr)
      .map((kkr) => (kkr === geography.ownKkr ? `${kkr}, jeres KKR` : kkr));
  }
  const count = seat.count ?? 0;
  return Array.from({ length: count }, (_, index) =>
    [text, count > 1 ? `${index + 1} af ${count}` : ''].filter((part) => part !== '').join(', '),
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('da') + words.slice(1);
}
