import type { Feature } from '#src/web/feature.ts';
import { interpretNews } from './interpret.ts';

export const news: Feature = { name: 'news', interpret: interpretNews };
