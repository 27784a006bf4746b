import { type CalendarOf, calendarPath, listCalendars } from '#src/core/access/calendar-tokens.ts';
import { listMunicipalities } from '#src/core/municipalities/queries.ts';
import { findSolution, listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { dayOf } from '#src/shared/instant.ts';
import type { Fault } from '#src/web/forms.ts';

/** One address that works, as the person's list and an admin's show it. */
export interface CalendarRow {
  ref: string;
  /** "Odense Kommune", "SAPA" */
  name: string;
  made: string;
  /** "24.11.2025", "Ikke hentet endnu" */
  read: string;
}

export function calendarRows(db: Db, accountId: string): CalendarRow[] {
  return listCalendars(db, accountId).map(({ ref, createdAt, usedOn, ...of }) => ({
    ref,
    name: calendarName(db, of),
    made: dayInTable(dayOf(new Date(createdAt))),
    read: usedOn === null ? 'Ikke hentet endnu' : dayInTable(usedOn),
  }));
}

/** An address as it is shown the one time. */
export interface NewCalendar {
  name: string;
  https: string;
  /** Opens the calendar program of the machine. */
  webcal: string;
}

export function newCalendar(db: Db, portalUrl: string, accountId: string, token: string): NewCalendar {
  const [newest] = calendarRows(db, accountId);
  const https = portalUrl + calendarPath(token);
  return { name: newest?.name ?? '', https, webcal: https.replace(/^https?:/, 'webcal:') };
}

interface Choice {
  value: string;
  text: string;
  isSelected: boolean;
}

export interface CalendarsPage {
  choices: Choice[];
  fault: string | null;
  faults: readonly Fault[];
  rows: CalendarRow[];
}

/** The word that stands for one's own municipality among the choices. */
const OWN = 'kommune';

interface Person {
  accountId: string;
  municipalityId: string | null;
  /** Solutions of a system owner, listed first. */
  solutionIds: readonly string[];
}

export function calendarsPage(
  db: Db,
  { accountId, municipalityId, solutionIds }: Person,
  { faults, typed }: { faults: readonly Fault[]; typed: string },
): CalendarsPage {
  const solutions = [...listSolutions(db)].sort(
    (a, b) => Number(solutionIds.includes(b.id)) - Number(solutionIds.includes(a.id)),
  );
  const choices = [
    ...(municipalityId === null
      ? []
      : [{ value: OWN, text: calendarName(db, { municipalityId, solutionId: null }) }]),
    ...solutions.map(({ id, name }) => ({ value: id, text: name })),
  ];
  return {
    choices: choices.map((one) => ({ ...one, isSelected: one.value === typed })),
    fault: faults.find(({ field }) => field === 'kalender')?.text ?? null,
    faults,
    rows: calendarRows(db, accountId),
  };
}

/** What a choice stands for; null for one that is not on the list. */
export function chosenCalendar(db: Db, { municipalityId }: Person, value: string): CalendarOf | null {
  if (value === OWN) return municipalityId === null ? null : { municipalityId, solutionId: null };
  return findSolution(db, value) ? { municipalityId: null, solutionId: value } : null;
}

function calendarName(db: Db, { municipalityId, solutionId }: CalendarOf): string {
  if (solutionId !== null) return findSolution(db, solutionId)?.name ?? solutionId;
  return listMunicipalities(db).find(({ id }) => id === municipalityId)?.officialName ?? '';
}
