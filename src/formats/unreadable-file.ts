import { RefusedError } from '#src/shared/errors.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
const SHOWN_NAME_LENGTH = 100;

/** A file whose content cannot be used. The message says in Danish which file, what is wrong, and what to do. */
export class UnreadableFileError extends RefusedError {
  override readonly name = 'UnreadableFileError';
}

/** A file name as a sentence can hold it: without control characters, cut at 100 characters. */
export function shownFileName(fileName: string): string {
  const shown = fileName.replace(CONTROLS, '').trim();
  return shown.length > SHOWN_NAME_LENGTH ? `${shown.slice(0, SHOWN_NAME_LENGTH)}…` : shown;
}

/** The file stops too early, or its parts do not fit together. */
export function damagedFile(fileName: string): UnreadableFileError {
  return new UnreadableFileError(
    `Filen ${shownFileName(fileName)} er beskadiget eller ikke hentet helt. Hent eller gem den igen.`,
  );
}
