/** A deck's words as they are meant: broken ones whole, crossed-out ones gone. */
import type { Deck, DeckBlock, DeckParagraph } from '#src/formats/deck.ts';
import { makeMender } from './mend-words.ts';

/** The deck with its broken words whole and without what is crossed out. */
export function mended(deck: Deck): Deck {
  const all = deck.slides.flatMap(({ blocks }) => blocks.flatMap(paragraphsOf));
  const mend = makeMender(all.map(({ text }) => text));
  const paragraph = (part: DeckParagraph): DeckParagraph => ({
    ...part,
    text: mend(withoutStruck(part)),
    links: part.links.map((link) => ({ ...link, text: mend(link.text) })),
  });
  return {
    slides: deck.slides.map((slide) => ({
      ...slide,
      blocks: slide.blocks.map((block) =>
        block.kind === 'text'
          ? { ...block, paragraphs: block.paragraphs.map(paragraph) }
          : {
              ...block,
              rows: block.rows.map((row) =>
                row.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(paragraph) })),
              ),
            },
      ),
    })),
  };
}

/** "~~1. oktober~~ når alternativ er klar": what is crossed out was said before and holds no longer. */
function withoutStruck({ text, struck = [] }: DeckParagraph): string {
  return struck
    .reduce((rest, words) => rest.replace(words, ' '), text)
    .replace(/ {2,}/g, ' ')
    .trim();
}

export function paragraphsOf(block: DeckBlock): DeckParagraph[] {
  return block.kind === 'text' ? block.paragraphs : block.rows.flat().flatMap((cell) => cell.paragraphs);
}
