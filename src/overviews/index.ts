/** The list of overviews: pages across features, one line each. */
import type { Overview } from '#src/web/feature.ts';
import { about } from './about/index.ts';
import { answers } from './answers/index.ts';
import { api } from './api/index.ts';
import { calendars } from './calendars/index.ts';
import { changeLog } from './change-log/index.ts';
import { changes } from './changes/index.ts';
import { deadlines } from './deadlines/index.ts';
import { digest } from './digest/index.ts';
import { facts } from './facts/index.ts';
import { home } from './home/index.ts';
import { materialImport } from './material-import/index.ts';
import { meeting } from './meeting/index.ts';
import { municipality } from './municipality/index.ts';
import { printout } from './printout/index.ts';
import { receivedAnswers } from './received-answers/index.ts';
import { search } from './search/index.ts';
import { solution } from './solution/index.ts';

export const overviews: readonly Overview[] = [
  home,
  deadlines,
  municipality,
  answers,
  receivedAnswers,
  solution,
  printout,
  meeting,
  changes,
  materialImport,
  calendars,
  digest,
  search,
  facts,
  about,
  api,
  changeLog,
];
