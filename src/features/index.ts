/** The list of features, one line each: the only registry. */
import type { Feature } from '#src/web/feature.ts';
import { accounts } from './accounts/index.ts';
import { agreements } from './agreements/index.ts';
import { audit } from './audit/index.ts';
import { contacts } from './contacts/index.ts';
import { elections } from './elections/index.ts';
import { governance } from './governance/index.ts';
import { klik } from './klik/index.ts';
import { meetings } from './meetings/index.ts';
import { municipalities } from './municipalities/index.ts';
import { news } from './news/index.ts';
import { requests } from './requests/index.ts';
import { sapa } from './sapa/index.ts';
import { seeingAs } from './seeing-as/index.ts';
import { sts } from './sts/index.ts';

export const features: readonly Feature[] = [
  klik,
  agreements,
  requests,
  sts,
  governance,
  sapa,
  elections,
  news,
  meetings,
  municipalities,
  contacts,
  accounts,
  audit,
  seeingAs,
];
