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
/** A clause ends at a full stop after a whole word, and at a dash between blanks. */
const CLAUSE_END = /[;!?]|(?<=\p{L}{4})\.(?=\s)|\s-\s/gu;

/**
 * What the words of a clause tell of the time of a date in it: those in front of it first, else those after it.
 * `text` is plain text, `start` and `end` the place of the date.
 */
export function tenseAround(text: string, start: number, end: number): Tense | undefined {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const clauseStart = [...before.matchAll(CLAUSE_END)].at(-1);
  const clauseEnd = [...after.matchAll(CLAUSE_END)].at(0);
  return (
    lastTense(before.slice(clauseStart ? clauseStart.index + 1 : 0)) ??
    firstTense(after.slice(0, clauseEnd?.index ?? after.length))
  );
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
