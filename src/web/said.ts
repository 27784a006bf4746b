/** What people said in the material, ready to print: sentences, asks, and whom to write to. */
import type { Contact, StatementRow } from '#src/core/sources/queries.ts';
import type { Request } from '#src/core/sources/theme.ts';
import type { AskLine, ContactBlock, SaidLine } from './parts.ts';
import { sourceChip } from './source-chip.ts';
import { chipsOf } from './source-chips.ts';

/** The portal's own wording, else the words of the source as a quotation; a sentence with neither is left out. */
export function saidLines(statements: readonly Pick<StatementRow, 'wording' | 'text'>[]): SaidLine[] {
  return statements.flatMap(({ wording, text }): SaidLine[] => {
    if (wording) return [{ text: wording, isQuote: false }];
    return text ? [{ text, isQuote: true }] : [];
  });
}

/** An ask of a theme; the chip says where to read it while nobody has given it a title or wording. */
export function askLine(request: Request): AskLine {
  const [line = null] = saidLines([request]);
  const unnamed = request.informationOnly ? 'Til orientering' : 'Opgave til jer';
  return { title: request.title ?? unnamed, line, sources: chipsOf(request) };
}

export function contactBlock({ name, roles, email, meetingId, slides }: Contact, about = ''): ContactBlock {
  return {
    name: name || email,
    roles: roles.join(', '),
    email,
    about,
    sources: meetingId === null ? [] : slides.map((slide) => sourceChip(meetingId, slide)),
  };
}
