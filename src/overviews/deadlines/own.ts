/** The deadlines as one municipality has answered them: for its own people and for KOMBIT. */
import type { FastifyRequest } from 'fastify';
import { maySeeAnswers } from '#src/core/access/roles.ts';
import { firstOf, type OwnMatter, ownMatter } from '#src/core/answers/queries.ts';
import { statusWithAnswer } from '#src/core/answers/rules.ts';
import type { Reading } from '#src/core/offers/offers.ts';
import { type Audience, type Deadline, listDeadlines } from './compose.ts';

/** Kept as long as what they are made from. */
const kept = new WeakMap<readonly Deadline[], Map<string, readonly Deadline[]>>();

/** What this reader may see of a municipality's deadlines; `code` null: of no municipality in particular. */
export function deadlinesSeenBy(
  { reading, principal }: Pick<FastifyRequest, 'reading' | 'principal'>,
  code: string | null,
): readonly Deadline[] {
  return code !== null && maySeeAnswers(principal, code)
    ? ownDeadlines(reading, code)
    : listDeadlines(reading);
}

/** All deadlines with the municipality's answers in their status and audience. Ask `maySeeAnswers` first. */
export function ownDeadlines(reading: Reading, code: string): readonly Deadline[] {
  const common = listDeadlines(reading);
  const byCode = kept.get(common) ?? new Map<string, readonly Deadline[]>();
  kept.set(common, byCode);
  const found = byCode.get(code);
  if (found) return found;
  const own = withAnswers(common, code, ownMatter(reading.db, code));
  byCode.set(code, own);
  return own;
}

/** A deadline without an answer is the very same object, and its row is not made anew. */
export function withAnswers(
  deadlines: readonly Deadline[],
  code: string,
  own: Pick<OwnMatter, 'answers' | 'belongs'>,
): Deadline[] {
  return deadlines.map((deadline) => {
    const answered = firstOf(own.answers, deadline.keys);
    const belongs = own.belongs.get(deadline.appliesToId ?? '');
    if (answered === undefined && belongs === undefined) return deadline;
    const isAgreement = deadline.kinds.includes('agreement');
    return {
      ...deadline,
      audience: belongs === undefined ? deadline.audience : answeredAudience(deadline, code, belongs),
      statusOf: (of) => {
        const counted = deadline.statusOf(of);
        return of === code ? statusWithAnswer(counted, answered?.status, isAgreement) : counted;
      },
    };
  });
}

function answeredAudience({ audience }: Deadline, code: string, belongs: boolean): Audience | null {
  return audience && { name: audience.name, members: new Set(belongs ? [code] : []) };
}
