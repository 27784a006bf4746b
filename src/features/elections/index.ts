/**
 * VALG: how the first election in the new system went and what comes next. A programme leader opens it with "is there
 * anything we must answer, and what changes before the next election?"; VALG's system owner to see whether others met
 * the same trouble. From here they go to the evaluation they owe KOMBIT.
 */
import type { Feature } from '#src/web/feature.ts';
import { editableElections } from './editable.ts';
import { interpretElections } from './interpret.ts';
import { describeElection, electionDeadlines, electionEntries, electionSections } from './offers.ts';

export const elections: Feature = {
  name: 'elections',
  interpret: interpretElections,
  deadlines: electionDeadlines,
  searchEntries: electionEntries,
  describe: describeElection,
  solutionSections: electionSections,
  editable: editableElections,
};
