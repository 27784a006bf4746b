/** What is odd about the KLIK tasks as listed. Nothing is changed: a person is told. */
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { isWeekend } from '#src/shared/calendar-day.ts';
import { weekdayName } from '#src/shared/danish-calendar.ts';

type Warning = Snapshot['warnings'][number];

export function findTaskOddities(tasks: Snapshot['klik_tasks'], meetingDay: string | null): Warning[] {
  return tasks.flatMap((task) => {
    const about = `klik_tasks: ${task.title}`;
    const warn = (code: string, date: Snapshot['klik_tasks'][number]['end'], reason: string): Warning => ({
      slide: task.slide,
      code,
      text: date.raw,
      reason,
      about,
    });
    const found: Warning[] = [];
    for (const [name, date] of [['Startdatoen', task.start] as const, ['Slutdatoen', task.end] as const]) {
      if (date.precision !== 'day' || !date.from || !isWeekend(date.from)) continue;
      const reason = `${name} er en ${weekdayName(date.from)}. Datoen er beholdt, som den står.`;
      found.push(warn('weekend-date', date, reason));
    }
    if (meetingDay && task.end.to && task.end.to < meetingDay) {
      found.push(
        warn('ended-before-meeting', task.end, 'Opgaven står som nuværende, men sluttede før mødet.'),
      );
    }
    if (task.start.from && task.end.to && task.end.to < task.start.from) {
      found.push(
        warn('ends-before-start', task.end, 'Opgaven slutter, før den starter. Begge datoer er beholdt.'),
      );
    }
    return found;
  });
}
