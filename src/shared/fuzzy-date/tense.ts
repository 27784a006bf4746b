import { PARAGRAPH, type Place } from './plain-text.ts';

export type Tense = 'past' | 'future';

/** Verbs of the past that stand by themselves. */
const PAST_VERB =
  'gik|blev|var|havde|fik|kom|fandt|startede|begyndte|åbnede|lukkede|udløb|trådte|orienterede';
/** Participles tell of the past unless something ahead governs them ("forventes sendt"). */
const PARTICIPLE =
  '(?:af|ud|til|frem)?sendt|gennemg(?:å|aa|a)et|offentliggjort|afholdt|afviklet|opgjort|lanceret|gennemført|afsluttet|udgivet|frigivet|underskrevet|indgået|overstået|tiltrådt|idriftsat|opdateret|modtaget';
const AHEAD =
  '(?:ud|af|til|frem)?sendes|afholdes|lanceres|åbnes|udgives|frigives|offentliggøres|gennemføres|underskrives|opdateres|forvent\\p{L}*|planl\\p{L}+|ventes|skal|vil|bliver|kommer|kommende|starter|begynder|træder|åbner|lukker|udløber|deadline|frist|\\p{L}+frist|på vej|tilmelding|næste';

const WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${PAST_VERB})|(${PARTICIPLE})|(${AHEAD}))(?![\\p{L}\\p{N}])`,
  'gu',
);
/** A clause ends at a full stop after a whole word, at a dash between blanks and at a blank line. */
const CLAUSE_END = new RegExp(`[;!?${PARAGRAPH}]|(?<=\\p{L}{4})\\.(?=\\s)|\\s-\\s`, 'gu');

/**
 * What the words of a clause tell of the time of a date in it: those in front of it first, else those after it.
 * A sentence may be broken before its date, but farther lines are rather other rows of a table.
 * `reach` ends at the dates before and after, because their words are theirs.
 */
export function tenseAround(text: string, date: Place, reach: Place): Tense | undefined {
  const before = text.slice(reach.start, date.start).split('\n').slice(-2).join('\n');
  const after = text.slice(date.end, reach.end).split('\n', 1).join('');
  const clauseStart = [...before.matchAll(CLAUSE_END)].at(-1);
  const clauseEnd = [...after.matchAll(CLAUSE_END)].at(0);
  return (
    lastTense(before.slice(clauseStart ? clauseStart.index + 1 : 0)) ??
    firstTense(after.slice(0, clauseEnd?.index ?? after.length))
  );
}

/** What the words of a text without a date tell: "Sendt", "På vej". */
export function tenseOf(text: string): Tense | undefined {
  return lastTense(text);
}

function lastTense(clause: string): Tense | undefined {
  const words = [...clause.matchAll(WORD)];
  const last = words.at(-1);
  if (!last) return undefined;
  if (last[1]) return 'past';
  return last[3] || words.some((word) => word[3]) ? 'future' : 'past';
}

function firstTense(clause: string): Tense | undefined {
  const first = [...clause.matchAll(WORD)].at(0);
  return first && (first[3] ? 'future' : 'past');
}
