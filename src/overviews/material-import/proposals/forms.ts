import { z } from 'zod';
import { parseTypedDay } from '#src/shared/typed-day.ts';

/** The meeting's day: any day, also one to come, because decks are read in before the meeting too. */
export const dayForm = z
  .object({
    dag: z
      .string()
      .default('')
      .transform((typed, context) => {
        const read = parseTypedDay(typed);
        if ('day' in read) return read.day;
        context.addIssue({ code: 'custom', message: read.reason });
        return z.NEVER;
      }),
    _noegle: z.string().max(100).default(''),
  })
  .loose();

const page = z.coerce.number().int().min(1).max(10_000).catch(1);

/** What the review shows: which part, and how many decisions were just kept. Anything else is as nothing. */
export const reviewQuery = z.object({
  side: page,
  gemt: z.coerce.number().int().min(0).max(1_000_000).optional().catch(undefined),
});

const DECISIONS = ['accept', 'reject', ''] as const;

/** Decisions as they are sent: fields `valg-<key>`, and `set-<key>` with the version and decision that was shown. */
export interface SentDecision {
  key: string;
  decision: 'accept' | 'reject' | '';
  /** Version that was shown; 0 for none. */
  seen: number;
  /** What was chosen when the page was shown. */
  shown: string;
}

/** Beside what was chosen: everything that is sure, or everything of one part (`godkend-single-task`), is decided. */
export const decisionsForm = z
  .object({
    handling: z
      .string()
      .regex(/^(gem|naeste|sikre|udgiv|(godkend|afvis)-[a-z]+-[a-z0-9_]+)$/)
      .catch('gem'),
    sammenligning: z.coerce.number().int().catch(0),
    side: page,
    _noegle: z.string().max(100).default(''),
  })
  .loose();

export function sentDecisions(typed: Readonly<Record<string, string | string[]>>): SentDecision[] {
  return Object.entries(typed).flatMap(([name, value]): SentDecision[] => {
    const key = /^set-([0-9a-f]{16})$/.exec(name)?.[1];
    const shown = /^(\d{1,6})\|([a-z]*)$/.exec(String(value));
    if (key === undefined || !shown) return [];
    const chosen = DECISIONS.find((one) => one === typed[`valg-${key}`]) ?? '';
    return [{ key, decision: chosen, seen: Number(shown[1]), shown: shown[2] ?? '' }];
  });
}

/** Answers to the portal's questions: fields `svar-<key>`; '' leaves a question open. */
export const answersForm = z
  .object({ sammenligning: z.coerce.number().int().catch(0), _noegle: z.string().max(100).default('') })
  .loose();

export function sentAnswers(typed: Readonly<Record<string, string | string[]>>): Map<string, string> {
  return new Map(
    Object.entries(typed).flatMap(([name, value]): [string, string][] => {
      const key = /^svar-([0-9a-f]{16})$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, String([value].flat()[0] ?? '')]];
    }),
  );
}
