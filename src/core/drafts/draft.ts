/**
 * One road in: material becomes drafts, drafts are compared with what stands, a person accepts, one deed records.
 * The seeds travel the same road.
 */
import type { Snapshot } from '#src/core/snapshot/schema.ts';

/** What a record of the material says an object should be. */
export interface Draft {
  entity: string;
  id: string;
  /** Danish, for a person who reviews: "KLIK-opgave: Sikr telefonnumre på roller i KLIK". */
  label: string;
  fields: Record<string, unknown>;
  /** Earliest day that the material itself gives for the fact, at the latest the meeting day. ISO. */
  effectiveOn: string;
  meetingId: string | null;
  slide: number | null;
  /** Why, when a person says otherwise than the material. */
  reason?: string;
  /** Fields that may say the same in other words: alone they are no difference. */
  wording?: readonly string[];
  /** Taken for an object that stands under other words; `doubtful`: a person must say whether it is the same. */
  likeness?: 'reworded' | 'doubtful';
  /** Of a doubtful one: ids of the objects that it may be, the likest first. */
  candidates?: readonly string[];
}

/** What an interpreter may ask beside the snapshot. */
export interface DraftContext {
  meetingId: string;
  /** ISO; the day of the meeting as published, given or inferred. */
  meetingDay: string;
  /** Solution id by exactly this spelling (case and spaces aside); undefined when none is known by it. */
  solutionIdFor: (name: string) => string | undefined;
  /** Solution that a longer text names, by its longest spelling; undefined when none or two equally long ones. */
  solutionNamedIn: (words: string) => string | undefined;
  /** Municipality code by its short name. */
  municipalityIdFor: (name: string) => string | undefined;
  /** All municipality codes. */
  municipalityIds: readonly string[];
  /** The id an object already has by its identity, else the editor's wish, else a free slug made of the words. */
  idFor: (entity: string, identity: string, words: string) => string;
}

/** One per feature: from the snapshot to the feature's drafts. Pure. */
export type Interpreter = (snapshot: Snapshot, context: DraftContext) => Draft[];

/** A record of the snapshot, as far as every draft needs it. */
interface SourceRecord {
  slide: number;
  confidence: 'high' | 'medium' | 'low';
}

/** Builds a draft of a record: source and confidence come from the record; `days` are what the material gives for it. */
export function draftOf(
  context: DraftContext,
  record: SourceRecord,
  draft: {
    entity: string;
    id: string;
    label: string;
    fields: Record<string, unknown>;
    days?: (string | null | undefined)[];
    wording?: readonly string[];
  },
): Draft {
  const { days = [], fields, ...rest } = draft;
  return {
    ...rest,
    fields: { ...fields, confidence: record.confidence },
    effectiveOn: effectiveDay(context, ...days),
    meetingId: context.meetingId,
    slide: record.slide,
  };
}

/** The earliest of the given days, at the latest the meeting day. */
export function effectiveDay(context: DraftContext, ...days: (string | null | undefined)[]): string {
  const known = days.filter((day): day is string => typeof day === 'string');
  return [...known, context.meetingDay].sort()[0] ?? context.meetingDay;
}

/** The identity of one of several with the same words: the second "Budget" is "Budget|2", wherever it stands. */
export function numbered(words: string, all: readonly string[], position: number): string {
  const before = all.slice(0, position).filter((other) => other === words).length;
  return before === 0 ? words : `${words}|${before + 1}`;
}
