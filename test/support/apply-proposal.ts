/**
 * A program that publishes a proposal, to be killed while it does: `node apply-proposal.ts DATABASE PROPOSAL`. It says
 * when it is ready, waits for a line, and says how many milliseconds it took.
 */
import { openDatabase } from '#src/db/client.ts';
import { applyProposal } from '#src/overviews/material-import/proposals/apply.ts';
import { CAST } from './cast.ts';

const [file = '', proposal = ''] = process.argv.slice(2);
const db = openDatabase(file);
const { id, name, roles } = CAST.staff;
const doer = {
  actor: id,
  name,
  roles,
  municipalityId: null,
  formKey: null,
  now: new Date('2025-12-16T09:00:00Z'),
};
process.stdin.once('data', () => {
  const begun = performance.now();
  applyProposal(db, doer, Number(proposal));
  process.stdout.write(`${Math.ceil(performance.now() - begun)}\n`, () => process.exit(0));
});
process.stdout.write('ready\n');
