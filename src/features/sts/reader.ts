/** Reads what the material tells of the new tender of Støttesystemerne (STS). */
import type { SlideReader } from '#src/core/reading/reading.ts';
import { readChain, readGoals } from './goals-reader.ts';
import { readPlan } from './plan-reader.ts';
import { readComponents, readLayers } from './structure-reader.ts';
import { readTransition } from './transition-reader.ts';

export const stsReaders: readonly SlideReader[] = [
  readPlan,
  readTransition,
  readLayers,
  readComponents,
  readChain,
  readGoals,
];

/** Headings of its sentences, as in `statements[].target`. */
export const stsTopics = [
  { heading: /^fordele/i, name: 'advantage' },
  { heading: /særskilte udbud|snitflade mellem kontrakter/i, name: 'tender' },
  { heading: /^hvad er/i, name: 'what' },
  { heading: /^1:1 transition/i, name: 'transition' },
  { heading: /moderniseringsbehov/i, name: 'needs' },
  { heading: /mål og behov/i, name: 'goals' },
];
