import type { Feature } from '#src/web/feature.ts';
import { interpretMeeting } from './interpret.ts';

export const meetings: Feature = { name: 'meetings', interpret: interpretMeeting };
