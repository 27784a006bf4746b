import type { Feature } from '#src/web/feature.ts';
import { editableMeetings } from './editable.ts';
import { interpretMeeting } from './interpret.ts';

export const meetings: Feature = {
  name: 'meetings',
  interpret: interpretMeeting,
  editable: editableMeetings,
};
