/** The lists of K98 as files, from the data of their pages. */
import { column, dateColumns, type ExportSheet, exportSheet, sourceColumn } from '#src/web/export.ts';
import type { Seat, SourceChip } from '#src/web/parts.ts';
import type { CouncilView, SeatRow } from './council-view.ts';
import type { ProcessRow } from './process-view.ts';
import type { WheelView } from './wheel-view.ts';

/** "Bemandingsproces for fagråd" on `/k98`. */
export function processSheet(steps: readonly ProcessRow[], sources: readonly SourceChip[]): ExportSheet {
  return exportSheet<ProcessRow>(
    { title: 'K98 bemandingsproces', choice: 'Bemandingsproces for fagråd' },
    [
      column('trin', 8, (step) => steps.indexOf(step) + 1),
      ...dateColumns<ProcessRow>('dato', (step) => step.dates),
      column('hvad', 60, ({ title }) => title),
      column('uddybning', 50, ({ details }) => details.join('\n')),
      column('status', 20, ({ stateWord }) => stateWord),
      sourceColumn(() => sources),
    ],
    steps,
  );
}

/** "Råd og pladser" on `/k98`: one row to a box. */
export function seatSheet(councils: readonly CouncilView[]): ExportSheet {
  const rows = councils.flatMap((council) => council.places.map((place) => ({ council, place })));
  return exportSheet<{ council: CouncilView; place: Seat }>(
    { title: 'K98 pladser', choice: 'Råd og pladser' },
    [
      column('råd', 22, ({ council }) => council.name),
      column('plads', 40, ({ place }) => place.title),
      column('fra', 40, ({ place }) => place.text),
      column('besat', 12, ({ place }) => (place.isTaken ? 'Besat' : 'Ikke besat')),
      sourceColumn(({ council }) => council.sources),
    ],
    rows,
  );
}

/** The table of `/k98/raad/:slug`: kinds of seats as the material words them. */
export function councilSheet(council: CouncilView, rows: readonly SeatRow[]): ExportSheet {
  return exportSheet<SeatRow>(
    { title: `K98 ${council.name}`, choice: council.tally },
    [
      column('plads', 70, ({ title }) => title),
      column('antal', 16, ({ count }) => count),
      column('udpeget', 40, ({ appointed }) => appointed),
      sourceColumn(() => council.sources),
    ],
    rows,
  );
}

/** `/k98/aarshjul`: what is drawn, then what has no place. */
export function wheelSheet(wheel: WheelView | null): ExportSheet {
  const rows = [
    ...(wheel?.placed ?? []).map(({ activity, level, months }) => ({
      activity,
      place: `${level}, ${months}`,
    })),
    ...(wheel?.unplaced ?? []).map(({ activity, known }) => ({
      activity,
      place: known || 'Placering ikke oplyst',
    })),
  ];
  return exportSheet<{ activity: string; place: string }>(
    { title: 'K98 årshjul', choice: wheel?.heading ?? 'Årshjul' },
    [
      column('aktivitet', 60, ({ activity }) => activity),
      column('niveau_og_måned', 40, ({ place }) => place),
      sourceColumn(() => wheel?.sources ?? []),
    ],
    rows,
  );
}
