import type { Feature } from '#src/web/feature.ts';
import { interpretElections } from './interpret.ts';

export const elections: Feature = { name: 'elections', interpret: interpretElections };
