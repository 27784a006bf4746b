/** Reads what the material tells of SAPA: steps, accesses to tax data, what replaces what, and its news page. */
import type { SlideReader } from '#src/core/reading/reading.ts';
import { readAccesses } from './accesses-reader.ts';
import { readSteps } from './steps-reader.ts';
import { readSuperseding } from './superseding-reader.ts';

export const sapaReaders: readonly SlideReader[] = [readSteps, readAccesses, readSuperseding];

/** Headings of its sentences, as in `statements[].target`. */
export const sapaTopics = [
  { heading: /^UFST udsender/i, name: 'indkomstsnitflade' },
  { heading: /på DUPLA/i, name: 'dupla' },
  { heading: /formål.*udgår/i, name: 'purposes' },
];
