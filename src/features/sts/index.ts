import type { Feature } from '#src/web/feature.ts';
import { interpretSts } from './interpret.ts';

export const sts: Feature = { name: 'sts', interpret: interpretSts };
