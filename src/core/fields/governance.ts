import type {
  applicationField,
  council,
  flowStep,
  processStep,
  seat,
  seatCriterion,
  wheelEntry,
} from '#src/db/schema/governance.ts';
import { monthName } from '#src/shared/danish-calendar.ts';
import { position, words } from './entity-words.ts';
import { field, flag, fuzzy, inner, list, municipalityName, number, text } from './field.ts';

const month = (label: string) => field(label, (value) => monthName(Number(value)));

export const GOVERNANCE_WORDS = {
  council: words<typeof council.$inferSelect>('Råd', {
    position,
    name: text('Navn'),
    chair: text('Forperson'),
  }),
  seat: words<typeof seat.$inferSelect>('Plads', {
    position,
    councilId: inner(text('Råd')),
    title: text('Plads'),
    count: number('Antal'),
    minimum: flag('Mindst så mange'),
    optional: flag('Valgfri'),
    appointed: list('Udpeget'),
    municipalityId: municipalityName('Kommune'),
  }),
  seat_criterion: words<typeof seatCriterion.$inferSelect>('Kriterium for bemandingen', {
    position,
    title: text('Kriterium'),
  }),
  application_field: words<typeof applicationField.$inferSelect>('Felt i ansøgningen', {
    position,
    title: text('Felt'),
    optional: flag('Valgfrit'),
  }),
  process_step: words<typeof processStep.$inferSelect>('Trin i bemandingen', {
    position,
    title: text('Trin'),
    details: list('Detaljer'),
    date: fuzzy('Dato'),
  }),
  flow_step: words<typeof flowStep.$inferSelect>('Flow i K98', {
    position,
    level: text('Niveau'),
    title: text('Trin'),
  }),
  wheel_entry: words<typeof wheelEntry.$inferSelect>('Årshjul', {
    position,
    activity: text('Aktivitet'),
    level: text('Niveau'),
    fromMonth: month('Fra måned'),
    toMonth: month('Til måned'),
    draft: flag('Udkast'),
  }),
};
