/** The kind of agreement by the first word of its title. Never mix the kinds up: they are different contracts. */
export function agreementType(
  title: string,
): 'tilslutningsaftale' | 'databehandleraftale' | 'dataudvekslingsaftale' | 'anden' {
  const first = title.trim().toLocaleLowerCase('da');
  if (first.startsWith('tilslutningsaftale')) return 'tilslutningsaftale';
  if (first.startsWith('databehandleraftale')) return 'databehandleraftale';
  if (first.startsWith('dataudvekslingsaftale')) return 'dataudvekslingsaftale';
  return 'anden';
}

/** What makes an agreement the same in another deck. */
export function identityOf(solutionId: string, title: string): string {
  return `${solutionId}|${title
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, '')}`;
}

const ROLES: readonly [RegExp, string][] = [
  [/it-?\s*og\s+digitaliseringschef/i, 'it- og digitaliseringschefer'],
  [/systemansvarlig/i, 'systemansvarlige'],
  [/dataansvarlig/i, 'dataansvarlige'],
  [/infrastrukturansvarlig/i, 'infrastrukturansvarlige'],
  [/bibliotekschef/i, 'bibliotekschefer'],
  [/\bFLIS-ejer/i, 'FLIS-ejere'],
  [/projektleder/i, 'projektledere'],
  [/programleder/i, 'programledere'],
];

/** Roles named in a recipients cell, in the portal's spelling; the cell itself is kept beside them. */
export function recipientRoles(cell: string): string[] {
  return ROLES.filter(([pattern]) => pattern.test(cell)).map(([, role]) => role);
}
