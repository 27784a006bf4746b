import type { SapaPurpose, SapaStep, SapaTask } from './queries.ts';

/**
 * The KLIK tasks that carry out a step: those whose title holds the step's own words. "Opret og underskriv aftale
 * (DUPLA)" has one for each purpose; a step that says "Ingen KLIK-opgave" has none.
 */
export function tasksOfStep<T extends Pick<SapaTask, 'title'>>(
  step: Pick<SapaStep, 'title'>,
  tasks: readonly T[],
): T[] {
  const words = folded(step.title.replace(/\([^)]*\)/g, ' '));
  return words === '' ? [] : tasks.filter((task) => folded(task.title).includes(words));
}

/** Does the slide say that the step has a task in KLIK? */
export function hasKlikTask({ klik }: Pick<SapaStep, 'klik'>): boolean {
  return /klik/i.test(klik) && !/^\s*ingen\b/i.test(klik);
}

export interface PurposeFates {
  lapses: string[];
  stays: string[];
  open: string[];
}

export function fatesOf(
  accessId: string,
  purposes: readonly Pick<SapaPurpose, 'accessId' | 'name' | 'fate'>[],
): PurposeFates {
  const named = (fate: SapaPurpose['fate']) =>
    purposes.filter((one) => one.accessId === accessId && one.fate === fate).map((one) => one.name);
  return { lapses: named('lapses'), stays: named('stays'), open: named('open') };
}

function folded(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
