import type { Difference } from '#src/core/drafts/compare.ts';
import type { Db } from '#src/db/client.ts';
import { RefusedError } from '#src/shared/errors.ts';
import { acceptDifferences } from './propose.ts';

/** Danish lines for the command line: what an import would change, one line a record and one a field. */
export function differenceLines(differences: readonly Difference[]): string[] {
  if (differences.length === 0) return ['Portalen siger det samme som materialet. Der er intet at ændre.'];
  return [
    `${differences.length} ${differences.length === 1 ? 'forskel' : 'forskelle'} fra portalen:`,
    ...differences.flatMap(({ kind, draft, fields }) => {
      const where = draft.slide === null ? '' : `, slide ${draft.slide}`;
      const head = `${kind === 'new' ? 'Ny' : 'Ændret'}: ${draft.label}${where}, sikkerhed ${CONFIDENCE[confidenceOf(draft.fields)]}`;
      if (kind === 'new') return [head];
      return [
        head,
        ...fields.map(
          ({ field, before, after, changedByHand }) =>
            `  ${field}: ${shown(before)} -> ${shown(after)}${changedByHand ? ' (rettet i portalen siden sidst)' : ''}`,
        ),
      ];
    }),
  ];
}

export interface ApplyBy {
  /** Mail address of the person who accepts. */
  actor: string;
  title: string;
  materialHash: string;
  now: Date;
}

/**
 * Accepts every difference of high confidence that no person has changed by hand; all or nothing.
 * @returns how many were accepted and how many wait for a person.
 */
export function applyCertain(
  db: Db,
  differences: readonly Difference[],
  { actor, ...deed }: ApplyBy,
): { applied: number; waiting: number } {
  const certain = differences.filter(
    ({ draft, fields }) => confidenceOf(draft.fields) === 'high' && !fields.some((one) => one.changedByHand),
  );
  try {
    acceptDifferences(db, { kind: 'import', actor, actorRole: 'staff', ...deed }, certain);
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_CONSTRAINT_FOREIGNKEY') throw error;
    throw new RefusedError(
      'Nogle af de sikre ændringer bygger på poster, der ikke er sikre. Intet er ændret. Gennemse dem i portalen.',
    );
  }
  return { applied: certain.length, waiting: differences.length - certain.length };
}

const CONFIDENCE = { high: 'høj', medium: 'mellem', low: 'lav' } as const;

function confidenceOf(fields: Record<string, unknown>): keyof typeof CONFIDENCE {
  const { confidence } = fields;
  return confidence === 'high' || confidence === 'medium' ? confidence : 'low';
}

const LONGEST_SHOWN = 80;

function shown(value: unknown): string {
  const raw = value !== null && typeof value === 'object' && 'raw' in value ? value.raw : value;
  const text = typeof raw === 'string' ? `»${raw}«` : JSON.stringify(raw ?? null);
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
