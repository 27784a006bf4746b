import type { SignatureRow } from '#src/features/agreements/signatures-view.ts';
import type { Registration } from '#src/features/agreements/signing/save.ts';
import { dayInTable } from '#src/shared/danish-calendar.ts';
import { plural } from '#src/shared/danish-text.ts';
import type { StatusBadge } from '#src/web/parts.ts';
import { statusBadge } from '#src/web/status-badge.ts';

/** What saving a file that was read whole would do. */
export interface FileView {
  /** "98 rækker læst: 12 ændres, 86 står allerede sådan." */
  summary: string;
  countedOn: string;
  changes: { name: string; before: StatusBadge; after: StatusBadge; signedOn: string; note: string }[];
  notes: string[];
  button: string;
  isSame: boolean;
}

export function fileView(
  registrations: readonly Registration[],
  rows: readonly SignatureRow[],
  countedOn: string,
  unused: readonly string[],
): FileView {
  const now = new Map(rows.map((row) => [row.municipality.id, row]));
  const changed = registrations.filter((one) => isChange(one, now.get(one.municipalityId)));
  const changes = changed.map((one) => {
    const row = now.get(one.municipalityId);
    return {
      name: row?.municipality.name ?? one.municipalityId,
      before: statusBadge(row?.status ?? 'not-counted'),
      after: statusBadge(one.status),
      signedOn: one.signedOn ? dayInTable(one.signedOn) : '',
      note: one.note ?? '',
    };
  });
  const rest = registrations.length - changes.length;
  const isCounted = registrations.every(
    (one) => one.status === 'not-counted' || now.get(one.municipalityId)?.signature?.countedOn === countedOn,
  );
  return {
    summary: `${plural(registrations.length, 'kommune', 'kommuner')} i filen: ${plural(changes.length, 'ændring', 'ændringer')}, ${rest} står allerede sådan.`,
    countedOn: dayInTable(countedOn),
    changes,
    notes: notesOf(registrations, rows, unused),
    button:
      changes.length > 0
        ? `Gem ${plural(changes.length, 'ændring', 'ændringer')}`
        : 'Gem opgørelsen uden ændringer',
    isSame: changes.length === 0 && isCounted,
  };
}

/** "12 kommuner ændret fra en fil med 98." */
export function fileReceipt(registrations: readonly Registration[], rows: readonly SignatureRow[]): string {
  const now = new Map(rows.map((row) => [row.municipality.id, row]));
  const changed = registrations.filter((one) => isChange(one, now.get(one.municipalityId))).length;
  return `${plural(registrations.length, 'kommune', 'kommuner')} opgjort fra fil, ${plural(changed, 'ændring', 'ændringer')}.`;
}

function isChange(one: Registration, row: SignatureRow | undefined): boolean {
  if ((row?.status ?? 'not-counted') !== one.status) return true;
  if (one.signedOn !== undefined && one.signedOn !== (row?.signature?.signedOn ?? null)) return true;
  return one.note !== undefined && one.note !== (row?.signature?.note ?? null);
}

function notesOf(
  registrations: readonly Registration[],
  rows: readonly SignatureRow[],
  unused: readonly string[],
): string[] {
  const inFile = new Set(registrations.map((one) => one.municipalityId));
  const missing = rows.filter(({ municipality }) => !inFile.has(municipality.id));
  const named =
    missing.length <= 10 ? `: ${missing.map(({ municipality }) => municipality.name).join(', ')}` : '';
  return [
    ...(missing.length > 0
      ? [`${plural(missing.length, 'kommune', 'kommuner')} står ikke i filen og ændres ikke${named}.`]
      : []),
    ...(unused.length > 0
      ? [`Kolonner, der ikke bruges: ${unused.map((one) => one.slice(0, 40)).join(', ')}.`]
      : []),
  ];
}
