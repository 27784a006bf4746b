/** What the pages, the search and the API say of a task in words. */
import { findMunicipalitySet } from '#src/core/solutions/queries.ts';
import { sameAsksOf } from '#src/core/sources/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInShort } from '#src/shared/danish-calendar.ts';
import { compareDanish } from '#src/shared/danish-text.ts';
import { compareDates, dateGroup } from '#src/shared/fuzzy-date/order.ts';
import { relativeWords, wordsOf } from '#src/web/fuzzy-date-view.ts';
import type { SourceChip, StatusBadge } from '#src/web/parts.ts';
import { chipsOf } from '#src/web/source-chips.ts';
import { whenBadge } from '#src/web/status-badge.ts';
import { findAgreementNamed, type Task } from './queries.ts';
import { titleWithoutMarks } from './rules.ts';

/** The nearest end first; what ends on the same days by start, then by title. */
export function byEnd(tasks: readonly Task[]): Task[] {
  return [...tasks].sort(
    (a, b) =>
      compareDates(a.end, b.end) ||
      compareDates(a.start, b.start) ||
      compareDanish(titleWithoutMarks(a.title), titleWithoutMarks(b.title)),
  );
}

/** "Frist om 46 dage", "Frist passeret 3. nov. 2025", "Frist ikke oplyst" */
export function endBadge({ end }: Pick<Task, 'end'>, today: string): StatusBadge {
  const group = dateGroup(end, today);
  if (group === 'undated') return whenBadge(group, `Frist ${wordsOf(end).toLocaleLowerCase('da')}`);
  if (group === 'passed') return whenBadge(group, `Frist passeret ${dayInShort(end.to ?? '')}`);
  return whenBadge(group, `Frist ${relativeWords(end, today)}`);
}

/** Whom a task concerns; `note` says what is not known about a named set, '' when there is nothing to say. */
export function appliesTo(
  db: Db,
  { appliesToId }: Pick<Task, 'appliesToId'>,
): { name: string; note: string } {
  if (appliesToId === null) return { name: 'Alle 98 kommuner', note: '' };
  const set = findMunicipalitySet(db, appliesToId);
  return { name: set?.name ?? appliesToId, note: set?.note ?? '' };
}

/** An agreement that is the same ask as the task. */
export interface Partner {
  title: string;
  href: string;
  sources: SourceChip[];
}

export function partnersOf(db: Db, { id }: Pick<Task, 'id'>): Partner[] {
  return sameAsksOf(db, `task/${id}`).flatMap((key) => {
    const [kind, partnerId = ''] = key.split('/');
    const found = kind === 'agreement' ? findAgreementNamed(db, partnerId) : undefined;
    if (!found) return [];
    const title = `${found.solution}: ${found.name ?? found.title}`;
    return [{ title, href: `/aftaler/${found.id}`, sources: chipsOf(found) }];
  });
}
