/** How well a piece of text fits a column of a kind that more than one table has. */
import { isRecipients } from './recipients.ts';
import { knownNamePart } from './solution-name.ts';
import type { Piece } from './table-pieces.ts';

const MANY_WORDS = 6;
const AGREEMENT_WORDS =
  /^(?:(?:\p{L}*aftaler?|DBA|bilag|tillæg|[A-E](?:\+[A-E])*|ny(?:t|e)?|skabelon|version|opdateret|\(?\d(?:\.\d)?\)?)(?![\p{L}\d])\s*|[-–+]\s*)+$/iu;

export function dateFits(piece: Piece): number {
  if (piece.isDate) return 5;
  return piece.text.split(' ').length <= 2 ? -3 : -5;
}

/** A name of a solution: a known one or a part of it, else a short capitalised text at the start of a line. */
export function solutionFits(piece: Piece): number {
  if (piece.isDate) return -8;
  const known = knownNamePart(piece.text);
  if (known === 'whole') return 5;
  if (known === 'start') return 3;
  if (known === 'part') return 2;
  const words = piece.text.split(' ').length;
  if (words > MANY_WORDS || isAgreementPhrase(piece.text) || isRecipients(piece.text)) return -5;
  if (!piece.startsLine) return -3;
  return /^\p{Lu}/u.test(piece.text) && words <= 3 && !/[:.]/.test(piece.text) ? 1.5 : -1;
}

export function titleFits(piece: Piece): number {
  if (piece.isDate) return -2;
  if (knownNamePart(piece.text) === 'whole') return -1;
  return piece.text.split(' ').length >= 3 || /:/.test(piece.text) ? 3 : 0.5;
}

export function agreementFits(piece: Piece): number {
  if (piece.isDate) return -6;
  if (isAgreementPhrase(piece.text)) return 5;
  if (/aftale|bilag|skabelon|tillæg/i.test(piece.text) && !isRecipients(piece.text)) return 2;
  return -2;
}

export function recipientsFit(piece: Piece): number {
  if (piece.isDate) return -6;
  return isRecipients(piece.text) ? 5 : -1.5;
}

export function isAgreementPhrase(text: string): boolean {
  return AGREEMENT_WORDS.test(text.trim());
}
