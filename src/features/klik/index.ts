import type { Feature } from '#src/web/feature.ts';
import { interpretTasks } from './interpret.ts';

export const klik: Feature = { name: 'klik', interpret: interpretTasks };
