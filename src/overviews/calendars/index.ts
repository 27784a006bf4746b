/**
 * Kalendere: every list of dates as an .ics beside the page, and each ask as one to send on.
 *
 * Who: a programme leader who lives in Outlook, Google or Apple and wants the dates there, following along when one
 * moves; a colleague who was sent a single ask. What next: the link at the top of each entry leads back to the page.
 *
 * Public data only. A date without a day is no entry, and the page says so.
 */
import type { Overview } from '#src/web/feature.ts';
import { calendarRoutes } from './routes.ts';

export const calendars: Overview = { name: 'calendars', routes: calendarRoutes };
