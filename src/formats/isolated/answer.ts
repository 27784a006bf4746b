import type { Deck } from '#src/formats/deck.ts';

/** What the reading process says: the deck, or in Danish why there is none. */
export type Answer = { deck: Deck } | { refusal: string };
