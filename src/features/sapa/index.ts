import type { Feature } from '#src/web/feature.ts';
import { interpretSapa } from './interpret.ts';

export const sapa: Feature = { name: 'sapa', interpret: interpretSapa };
