/** The list of overviews: pages across features, one line each. */
import type { Overview } from '#src/web/feature.ts';

import { meeting } from './meeting/index.ts';

export const overviews: readonly Overview[] = [meeting];
