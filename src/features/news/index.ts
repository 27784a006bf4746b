/**
 * Nyheder, arrangementer og kontrakter: what a meeting tells of a solution beside tasks and agreements: events to sign
 * up for, contract dates (DUBU), headlines of a news page (SAPA), and what a slide says of a theme (NIS2). Opened by
 * whoever passes news on: "what is it, who in my municipality should know, where do we sign up?"
 */
import type { Feature } from '#src/web/feature.ts';
import { describeNews, newsEntries } from './described.ts';
import { editableNews } from './editable.ts';
import { interpretNews } from './interpret.ts';
import { newsDeadlines, newsSections } from './offers.ts';

export { type ContractDate, listContractDates } from './queries.ts';

export const news: Feature = {
  name: 'news',
  interpret: interpretNews,
  deadlines: newsDeadlines,
  searchEntries: newsEntries,
  describe: describeNews,
  solutionSections: newsSections,
  editable: editableNews,
};
