/** `/redaktion/kontakter`: which roles nobody has, over all municipalities. */
import { CONTACT_ROLE_WORDS, type ContactRole } from '#src/core/municipal-contacts/queries.ts';
import { listMunicipalities, type Municipality } from '#src/core/municipalities/queries.ts';
import { listSolutions } from '#src/core/solutions/queries.ts';
import type { Db } from '#src/db/client.ts';
import { EXPECTED_ROLES } from '#src/features/contacts/rules.ts';
import { plural } from '#src/shared/danish-text.ts';
import { column, type ExportSheet, exportSheet } from '#src/web/export.ts';
import { listFilledRoles } from './queries.ts';

export const PATH = '/redaktion/kontakter';

/** A role that every municipality is asked for; a system owner for one system. */
interface ExpectedRole {
  role: ContactRole;
  /** Null: for everything. */
  solution: { id: string; name: string } | null;
}

interface MissingRole extends ExpectedRole {
  without: readonly Municipality[];
}

/** What the address asks for; null: every role. */
export interface ChosenRole {
  role: string;
  solutionId: string;
}

/** @returns null where the chosen role is none that every municipality is asked for */
export function missingPage(db: Db, chosen: ChosenRole | null) {
  const all = listMunicipalities(db).length;
  const roles = missingRoles(db);
  const found = chosen && roles.find((one) => isChosen(one, chosen));
  if (chosen && !found) return null;
  return {
    rows: roles.map((one) => ({
      role: roleWords(one),
      count: `${one.without.length} af ${all}`,
      href: one.without.length > 0 ? hrefOf(one) : '',
      isChosen: one === found,
    })),
    chosen: found && {
      heading: `${roleWords(found)}: ${plural(found.without.length, 'kommune', 'kommuner')} uden en person`,
      names: found.without.map(({ name, slug }) => ({
        name,
        href: `/kommuner/${slug}/kontakter`,
        isOwn: false,
      })),
    },
    allHref: PATH,
    missing: found ? [found] : roles,
  };
}

/** One line for each municipality without somebody in the role. */
export function missingSheet({ missing, chosen }: NonNullable<ReturnType<typeof missingPage>>): ExportSheet {
  const rows = missing.flatMap((one) => one.without.map((municipality) => ({ ...one, municipality })));
  return exportSheet<(typeof rows)[number]>(
    { title: 'Roller uden en person', choice: chosen ? chosen.heading : 'Alle roller' },
    [
      column('rolle', 24, ({ role }) => CONTACT_ROLE_WORDS[role]),
      column('løsning', 28, ({ solution }) => solution?.name ?? ''),
      column('kommunekode', 13, ({ municipality }) => municipality.id),
      column('kommune', 22, ({ municipality }) => municipality.name),
      column('kkr', 20, ({ municipality }) => municipality.kkr),
      column('adresse', 44, ({ municipality }) => ({ href: `/kommuner/${municipality.slug}/kontakter` })),
    ],
    rows,
  );
}

function missingRoles(db: Db): MissingRole[] {
  const municipalities = listMunicipalities(db);
  const filled = new Set(
    listFilledRoles(db).map(({ code, role, solutionId }) =>
      keyOf(code, role, role === 'system-owner' ? solutionId : null),
    ),
  );
  return expectedRoles(db).map((one) => ({
    ...one,
    without: municipalities.filter(({ id }) => !filled.has(keyOf(id, one.role, one.solution?.id ?? null))),
  }));
}

/** The same that the page of a municipality's contacts asks for. */
function expectedRoles(db: Db): ExpectedRole[] {
  return [
    ...EXPECTED_ROLES.map((role) => ({ role, solution: null })),
    ...listSolutions(db)
      .filter(({ kind }) => kind === 'system')
      .map((solution) => ({ role: 'system-owner' as const, solution })),
  ];
}

function keyOf(code: string, role: string, solutionId: string | null): string {
  return `${code}/${role}/${solutionId ?? ''}`;
}

function isChosen({ role, solution }: ExpectedRole, chosen: ChosenRole): boolean {
  return role === chosen.role && (solution?.id ?? '') === chosen.solutionId;
}

function hrefOf({ role, solution }: ExpectedRole): string {
  return `${PATH}?rolle=${role}${solution ? `&loesning=${solution.id}` : ''}#kommuner`;
}

function roleWords({ role, solution }: ExpectedRole): string {
  return solution ? `${CONTACT_ROLE_WORDS[role]}, ${solution.name}` : CONTACT_ROLE_WORDS[role];
}
