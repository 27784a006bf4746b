import type { Feature } from '#src/web/feature.ts';
import { interpretAgreements } from './interpret.ts';

export const agreements: Feature = { name: 'agreements', interpret: interpretAgreements };
