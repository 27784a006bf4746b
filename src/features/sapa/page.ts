import { remarksOn, statementsOn } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { formatNumber } from '#src/shared/danish-text.ts';
import { downloadOf } from '#src/web/download.ts';
import { fuzzyDateView, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { Remark } from '#src/web/parts.ts';
import { sayingsOf } from '#src/web/sayings.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { listPurposes, listTasksOf, type SapaAccess, type SapaStep, type Superseding } from './queries.ts';
import { fatesOf, hasKlikTask, tasksOfStep } from './rules.ts';

/** Id of the solution that all of this is about. */
export const SAPA = 'sapa';

/** Where a list stands, and its address as a file, without the ending. */
export const STEPS_PAGE = { place: `/loesninger/${SAPA}#trin`, file: `/loesninger/${SAPA}/trin` };
export const ACCESSES_PAGE = { place: `/loesninger/${SAPA}#adgange`, file: `/loesninger/${SAPA}/adgange` };

/** How an agreement comes about in each channel; a channel that was not read comes last. */
const CHANNELS = [
  {
    channel: 'indkomstsnitflade',
    heading: 'Indkomstsnitflade: UFST sender aftalen, og I underskriver elektronisk',
  },
  { channel: 'dupla', heading: 'DUPLA: I opretter og underskriver selv aftalen' },
  { channel: null, heading: 'Kanal ikke oplyst' },
] as const;

export function stepsSection(db: Db, steps: readonly SapaStep[]) {
  const tasks = listTasksOf(db, SAPA);
  return {
    steps: steps.map((step) => {
      const own = tasksOfStep(step, tasks);
      return {
        title: step.title,
        klik: step.klik,
        isMissingFromList: hasKlikTask(step) && own.length === 0,
        tasks: own.map(({ id, title }) => ({ title, href: `/klik/${id}` })),
      };
    }),
    download: downloadOf(STEPS_PAGE.file),
    sources: chipsOf(...steps),
    remarks: steps.flatMap((step) => remarksAbout(db, 'sapa_step', step.id)),
  };
}

export function accessesSection(db: Db, accesses: readonly SapaAccess[]) {
  const purposes = listPurposes(db);
  const rowOf = (access: SapaAccess) => ({
    name: access.name,
    levels: access.levels,
    count: access.purposesStated === null ? '' : formatNumber(access.purposesStated),
    expected: access.expected ? fuzzyDateView(access.expected, 'list') : null,
    ...fatesOf(access.id, purposes),
  });
  return {
    channels: CHANNELS.map(({ channel, heading }) => ({
      heading,
      accesses: accesses.filter((access) => access.channel === channel).map(rowOf),
    })).filter((one) => one.accesses.length > 0),
    sayings: sayingsOf(statementsOn(db, 'sapa/purposes')),
    download: downloadOf(ACCESSES_PAGE.file),
    sources: chipsOf(...accesses),
    remarks: accesses.flatMap((access) => remarksAbout(db, 'sapa_access', access.id)),
  };
}

export function supersedingSection(db: Db, one: Superseding) {
  return {
    before: wordsOf(one.before, 'text'),
    after: one.after.from === null && one.after.to === null ? one.afterRaw : wordsOf(one.after, 'text'),
    exempt: one.exempt,
    sources: chipsOf(one),
    remarks: remarksAbout(db, 'superseding', one.id),
  };
}

function remarksAbout(db: Db, entity: string, id: string): Remark[] {
  return remarksOn(db, entity, id).map((one) => ({ text: one.reason, correction: one.resolution ?? '' }));
}
