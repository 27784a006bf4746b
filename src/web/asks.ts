/** A theme of a meeting as a page prints it: what it asks, and whom to write to. */
import type { Contact } from '#src/core/sources/queries.ts';
import type { Request } from '#src/core/sources/theme.ts';
import type { ContactBlock, Saying, SourceChip } from './parts.ts';
import { sayingsOf } from './sayings.ts';
import { sourceChip } from './source-chip.ts';
import { chipsOf } from './source-chips.ts';

/** Part `opfordringer`, key `asks`: what a theme asks of the municipalities. `title` and `saying` are the portal's words where there are any. */
export interface AskLine {
  title: string;
  href: string;
  saying: Saying | null;
  sources: SourceChip[];
}

/** The chip says where to read an ask while nobody has given it a title or wording. */
export function askLine(request: Request): AskLine {
  const unnamed = request.informationOnly ? 'Til orientering' : 'Opgave til jer';
  const [saying = null] = sayingsOf([request]);
  return {
    title: request.title ?? unnamed,
    href: `/opgaver/${request.id}`,
    saying,
    sources: chipsOf(request),
  };
}

export function contactBlock({ name, roles, email, meetingId, slides }: Contact): ContactBlock {
  return {
    name: name || 'KOMBIT, programledere',
    roles: roles.join(', '),
    email,
    about: '',
    sources: meetingId === null ? [] : slides.map((slide) => sourceChip(meetingId, slide)),
  };
}
