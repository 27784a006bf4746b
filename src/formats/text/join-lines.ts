/**
 * Lines of one cell or one sentence -> one text. A word divided at a line end becomes whole again; a compound with
 * an abbreviation keeps its hyphen: "brugergrænse-/fladen" -> "brugergrænsefladen", "KOMBIT-/programledere" ->
 * "KOMBIT-programledere", "Ansøgnings/frist" -> "Ansøgningsfrist".
 */
export function joinLines(lines: readonly { text: string }[]): string {
  let joined = '';
  for (const { text } of lines) joined = joined === '' ? text : joinTwo(joined, text);
  return joined.replace(/\s+/g, ' ').trim();
}

/** The hyphen of "tilslutnings- og databehandleraftaler" stands for a word left out. */
const LEFT_OUT = /^(og|eller|samt|til|hhv|kontra)\b/i;
/** First parts of compounds that end in a linking s and are no words of their own: "Ansøgnings/frist". */
const LINKING_S = /(^|\s)\p{L}+(?:nings|tions|heds|skabs|tets)$/u;

/** True when the two lines are halves of one compound although no hyphen stands between them. */
export function isDividedCompound(before: string, after: string): boolean {
  return LINKING_S.test(before) && /^\p{Ll}/u.test(after);
}

function joinTwo(before: string, after: string): string {
  if (/[\p{L}\p{N}]-$/u.test(before)) {
    if (LEFT_OUT.test(after)) return `${before} ${after}`;
    return keepsHyphen(before, after) ? before + after : before.slice(0, -1) + after;
  }
  if (isDividedCompound(before, after)) return before + after;
  return `${before} ${after}`;
}

/** A compound with an abbreviation or a figure, or of two names, has a hyphen of its own. */
function keepsHyphen(before: string, after: string): boolean {
  const head = /[\p{L}\p{N}]+(?=-$)/u.exec(before)?.[0] ?? '';
  return /^[\p{Lu}\p{N}]+$/u.test(head) || head.length <= 2 || /^\p{Lu}/u.test(after);
}
