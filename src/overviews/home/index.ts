/**
 * Overblik: the front page. A programme leader opens it on a Monday morning with one question: what does my
 * municipality have to do now? First the nearest step, then everything by when it falls, and beside it what the last
 * meeting brought and when the next one is. From here they go on to the task or agreement itself.
 */
import type { Overview } from '#src/web/feature.ts';
import { homeRoutes } from './routes.ts';

export const home: Overview = { name: 'home', routes: homeRoutes };
