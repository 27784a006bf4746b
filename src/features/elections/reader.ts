/** Reads what the material tells of VALG: figures of the support, and the steps ahead. */
import type { SlideReader } from '#src/core/reading/reading.ts';
import { readFigures } from './figures-reader.ts';
import { readNextSteps } from './next-steps-reader.ts';

export const electionReaders: readonly SlideReader[] = [readFigures, readNextSteps];

/** Headings of its sentences, as in `statements[].target`. */
export const electionTopics = [
  { heading: /gik godt/i, name: 'went-well' },
  { heading: /været bedre/i, name: 'could-be-better' },
  { heading: /hændelse/i, name: 'incident' },
  { heading: /tilbagemelding fra en region/i, name: 'region-feedback' },
  { heading: /^nogle første tilbagemelding|tilbagemeldinger fra/i, name: 'feedback' },
  { heading: /supporthenvendelse/i, name: 'support' },
];
