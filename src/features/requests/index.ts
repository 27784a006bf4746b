import type { Feature } from '#src/web/feature.ts';
import { interpretRequests } from './interpret.ts';

export const requests: Feature = { name: 'requests', interpret: interpretRequests };
