/** One thing that the November material says, the page where a reader looks for it, and the words that stand there. */
export interface InventoryRow {
  /** Number of the thing in the inventory of the material, e.g. `K-05`. A thing on several pages has several rows. */
  id: string;
  address: string;
  /** Each of them stands on the page. `27. nov. … Opslag færdigt`: the one, and the other shortly after it. */
  words: readonly string[];
  /** Slide it comes from: the page links to it, or it to the page. */
  slide: number;
  /** Addresses outside the portal that the page links to. */
  links?: readonly string[];
}

/** What the material does not say, or only a picture in it: pages that are near it must not say it either. */
export interface GuessRow {
  id: string;
  /** What nobody may read on the pages. */
  guess: string;
  addresses: readonly string[];
  never: readonly RegExp[];
  /** What a page that guesses would say: each is caught by a pattern, and each pattern catches one. */
  examples: readonly string[];
}

export const MEETING = '/moeder/2025-11';
