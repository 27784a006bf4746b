import type { journalled } from '#src/db/schema/columns.ts';
import { choice, day, type Field, inner, ordinal, text } from './field.ts';

/** What one journalled table and its columns are called on screen. */
export interface EntityWords {
  /** One record, in the singular: "KLIK-opgave". */
  noun: string;
  /** By the property's name in code, the shared columns among them. */
  fields: Readonly<Record<string, Field>>;
}

type Shared = keyof ReturnType<typeof journalled>;

/** `Row` is the table's row: a column without words does not compile. */
export function words<Row>(noun: string, own: Record<Exclude<keyof Row, Shared>, Field>): EntityWords {
  return { noun, fields: { ...own, ...SHARED } };
}

/** Order among its like: the portal's own bookkeeping. */
export const position = inner(ordinal('Rækkefølge'));

const SHARED: Readonly<Record<Exclude<Shared, 'id' | 'since' | 'revision'>, Field>> = {
  meetingId: inner(text('Møde')),
  slide: inner(ordinal('Slide')),
  identity: inner(text('Kendetegn')),
  confidence: inner(choice('Sikkerhed', { high: 'Høj', medium: 'Mellem', low: 'Lav' })),
  withdrawnOn: day('Udgået'),
};
