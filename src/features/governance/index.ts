import type { Feature } from '#src/web/feature.ts';
import { interpretGovernance } from './interpret.ts';

export const governance: Feature = { name: 'governance', interpret: interpretGovernance };
