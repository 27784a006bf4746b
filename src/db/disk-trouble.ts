import { UnusableError } from '#src/shared/errors.ts';

const NO_RIGHT = /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS)/;
const FULL = /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/;
/** On a full disk SQLite ends the transaction by itself, and drizzle's own ROLLBACK is what fails in the end. */
const TAKEN_BACK = /^cannot rollback/;
const BUSY = /^SQLITE_(?:BUSY|LOCKED)/;
const FAILING = /^(?:SQLITE_IOERR|EIO)/;

/**
 * What the operating system or SQLite says about the disk, as a sentence an operator can act on; null for anything
 * else. None of these mean that the database is damaged, and nobody should put a backup back because of them.
 * @param place file or folder that was to be used.
 */
export function diskTrouble(error: unknown, place: string): UnusableError | null {
  const { code, message } = originOf(error);
  if (FULL.test(code) || TAKEN_BACK.test(message)) {
    return new UnusableError(`Disken med ${place} er fuld. Skaf plads, og prøv igen.`);
  }
  if (NO_RIGHT.test(code)) {
    return new UnusableError(
      `Portalen kan ikke læse og skrive i ${place}. Giv den ret til det, eller vælg en anden datamappe med PORTAL_DATA.`,
    );
  }
  if (BUSY.test(code)) {
    return new UnusableError(`Et andet program har låst ${place}. Luk det, og prøv igen.`);
  }
  if (FAILING.test(code)) {
    return new UnusableError(
      `Disken med ${place} er fuld eller svarer med en fejl. Undersøg den, og prøv igen.`,
    );
  }
  return null;
}

/** The error that others were made from: drizzle wraps SQLite's own. */
function originOf(error: unknown): { code: string; message: string } {
  if (!(error instanceof Error)) return { code: '', message: '' };
  if ('code' in error && typeof error.code === 'string') return { code: error.code, message: error.message };
  return originOf(error.cause);
}
