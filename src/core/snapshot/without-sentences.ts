import { normaliseProse } from '#src/shared/danish-text.ts';
import type { Snapshot } from './schema.ts';

/**
 * The snapshot as the seeds keep it: facts stay as read, sentences keep only kind, target, date, slide and hash.
 * A warning that quotes a sentence loses the quotation, and lines that were not understood are not kept.
 */
export function withoutSentences(snapshot: Snapshot): Snapshot {
  const sentences = [...snapshot.callouts, ...snapshot.requests, ...snapshot.statements]
    .map((one) => normaliseProse(one.text ?? ''))
    .filter((text) => text !== '');
  const quotes = (text: string) =>
    text !== '' &&
    sentences.some(
      (sentence) => sentence.includes(normaliseProse(text)) || normaliseProse(text).includes(sentence),
    );
  return {
    ...snapshot,
    callouts: snapshot.callouts.map(withoutText),
    requests: snapshot.requests.map(withoutText),
    statements: snapshot.statements.map(withoutText),
    warnings: snapshot.warnings.map((warning) =>
      warning.text.length > 40 && quotes(warning.text) ? { ...warning, text: '' } : warning,
    ),
    not_understood: [],
  };
}

function withoutText<T extends { text?: string | undefined }>(record: T): Omit<T, 'text'> {
  const { text: _, ...rest } = record;
  return rest;
}
