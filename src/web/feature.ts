import type { FastifyInstance } from 'fastify';
import type { Config } from '#src/config.ts';
import type { Clock } from '#src/core/clock/clock.ts';
import type { Interpreter } from '#src/core/drafts/draft.ts';
import type { Editable } from '#src/core/editing/editable.ts';
import type {
  ApiResource,
  DeadlineOffer,
  Described,
  Reading,
  SearchEntry,
  SolutionSection,
} from '#src/core/offers/offers.ts';
import type { Db } from '#src/db/client.ts';

/** What routes stand on. */
export interface PortalGround {
  config: Config;
  /** The current rows: what deeds write to. Pages read with `request.reading.db`. */
  db: Db;
  clock: Clock;
  /** Signs what the portal gives away and takes back. */
  secret: string;
}

/** The public face of a subject. Everything but the name is optional: a feature offers what it has. */
export interface Feature {
  name: string;
  /** From a snapshot to this subject's drafts. */
  interpret?: Interpreter;
  routes?: (app: FastifyInstance, ground: PortalGround) => void;
  deadlines?: (reading: Reading) => DeadlineOffer[];
  /** Of what stands, whatever day is called today: the days between two changes share one index. */
  searchEntries?: (reading: Reading) => SearchEntry[];
  /** Undefined when the entity is another feature's or the object does not stand on that day. */
  describe?: (reading: Reading, entity: string, id: string) => Described | undefined;
  /** Parts of a solution's page; `href` carries `?stand=` along. */
  solutionSections?: (
    reading: Reading,
    solutionId: string,
    href: (path: string) => string,
  ) => SolutionSection[];
  api?: readonly ApiResource[];
  /** What staff create and correct of this subject under Redaktion > Frister og opgaver. */
  editable?: readonly Editable[];
}

/** Pages across features. */
export type Overview = Pick<Feature, 'name'> & Required<Pick<Feature, 'routes'>>;
