/** Reads proposals in the background: claim, read, keep. One for the whole program, closed with it. */
import type { FastifyBaseLogger } from 'fastify';
import type { Db } from '#src/db/client.ts';
import { eq } from '#src/db/drizzle.ts';
import { giveMemoryBack } from '#src/db/give-memory-back.ts';
import { proposal } from '#src/db/schema/proposals.ts';
import { createIsolatedReader, type ReadingTurn } from '#src/formats/isolated/isolated-reader.ts';
import { type MaterialFile, openDeck } from '#src/overviews/material-import/open-files.ts';
import { recognise } from '#src/overviews/material-import/recognise.ts';
import { RefusedError } from '#src/shared/errors.ts';
import type { FileStore } from './files.ts';
import {
  failReading,
  finishReading,
  getProposal,
  keepComparison,
  type ProposalRow,
  readAnew,
  reopenProposal,
  uploadsOf,
} from './store.ts';

export interface MaterialReader {
  /** Begins to read a proposal that waits for it; returns at once. */
  begin: (proposalId: number) => void;
  /** Begins what was interrupted when the portal stopped. */
  resume: () => void;
  /** How far it has come, in Danish; '' when it is not being read. */
  progressOf: (proposalId: number) => string;
  close: () => void;
}

export function createMaterialReader(db: Db, store: FileStore, log: FastifyBaseLogger): MaterialReader {
  const isolated = createIsolatedReader();
  const stopping = new AbortController();
  const progress = new Map<number, string>();
  const inTurn = makeTurns();

  async function read(proposalId: number): Promise<void> {
    const row = getProposal(db, proposalId);
    const tell = (words: string) => progress.set(proposalId, words);
    try {
      const files: MaterialFile[] = [];
      const uploads = uploadsOf(db, proposalId);
      for (const [index, { id, name }] of uploads.entries()) {
        const which = `${name} (${index + 1} af ${uploads.length})`;
        tell(`Læser ${which}`);
        const readDeck = (fileName: string, bytes: Uint8Array) =>
          isolated.read(fileName, bytes, (turn) => tell(wordsOfTurn(turn, which)));
        files.push(await openDeck({ name, bytes: store.read(id) }, readDeck));
      }
      tell('Genkender opgaver, aftaler og datoer');
      const recognised = await inTurn(() =>
        recognise({ files, meetingDay: row.meetingDay }, stopping.signal),
      );
      if (!stopping.signal.aborted) finishReading(db, row, recognised);
    } catch (error) {
      if (stopping.signal.aborted) return;
      if (!(error instanceof RefusedError) || error.cause)
        log.error({ err: error }, 'material cannot be read');
      failReading(db, row, error instanceof RefusedError ? error.message : FAILED);
    } finally {
      progress.delete(proposalId);
      giveMemoryBack(db);
    }
  }

  return {
    begin(proposalId) {
      progress.set(proposalId, 'Venter på at blive læst');
      void read(proposalId);
    },
    resume() {
      const interrupted = db.select().from(proposal).where(eq(proposal.state, 'reading')).all();
      for (const { id } of interrupted) this.begin(id);
    },
    progressOf: (proposalId) => progress.get(proposalId) ?? '',
    close() {
      stopping.abort();
      isolated.close();
    },
  };
}

/** A decided proposal is looked at again: compared with what stands now, or read again where it could not be read. */
export function reopen(db: Db, row: ProposalRow, reader: MaterialReader): void {
  const isToRead = row.kind === 'import' && (row.state === 'failed' || row.meetingDay === null);
  db.$client
    .transaction(() => {
      reopenProposal(db, row);
      if (isToRead) readAnew(db, row, row.meetingDay);
      else keepComparison(db, getProposal(db, row.id));
    })
    .immediate();
  if (isToRead) reader.begin(row.id);
}

/** One recognition at a time: each may take all the memory that one is given. */
function makeTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

const FAILED = 'Materialet kunne ikke læses. Gem filen igen, og prøv igen.';

function wordsOfTurn(turn: ReadingTurn, which: string): string {
  if (turn.state === 'reading') return `Læser ${which}`;
  return turn.before === 0 ? `${which} er den næste` : `${which} venter. ${turn.before} filer er før`;
}
