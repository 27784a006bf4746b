/** The list of overviews: pages across features, one line each. */
import type { Overview } from '#src/web/feature.ts';

export const overviews: readonly Overview[] = [];
