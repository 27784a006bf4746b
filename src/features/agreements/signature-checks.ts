/** What a list of municipalities tells against itself: its number, its names, the other list. */
import type { NamedMunicipality } from '#src/core/municipalities/match.ts';
import type { Page } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { plural } from '#src/shared/danish-text.ts';

type Warning = Snapshot['warnings'][number];

export type Listed = 'missing' | 'signed';

/** Names under one heading. */
export interface Group {
  listed: Listed;
  heading: Line[];
  municipalities: NamedMunicipality[];
  stated: number | null;
  /** What the number stated of the other list leaves for this one. */
  complement?: number | undefined;
}

/** What a slide lists, and names on it that are none of the 98. */
export interface SignatureList {
  groups: Group[];
  unknown: { text: string; name: string | null; lines: Line[] }[];
  /** Lines of the names. */
  lines: Line[];
}

/** Each municipality once. */
export function countOf({ municipalities }: Pick<Group, 'municipalities'>): number {
  return new Set(municipalities.map(({ code }) => code)).size;
}

/** The municipalities of Denmark. */
export const ALL = 98;

export function checkList(
  page: Page,
  groups: readonly Group[],
  unknown: readonly { text: string; name: string | null }[],
): Warning[] {
  const slide = page.slide.number;
  const about = 'signatures';
  const warnings: Warning[] = [];
  for (const { listed, municipalities, stated: own, complement } of groups) {
    const stated = own ?? complement ?? null;
    const count = countOf({ municipalities });
    const twice = municipalities.filter((one, index) => municipalities.indexOf(one) !== index);
    if (twice.length > 0) {
      warnings.push({
        slide,
        code: 'name-twice',
        text: twice.map(({ name }) => name).join(', '),
        reason: 'Kommunen står flere gange på listen. Den er talt med én gang.',
        about,
      });
    }
    if (stated === null) continue;
    const isOnly = groups.length === 1;
    const rest = ALL - count;
    const other = listed === 'missing' ? 'har underskrevet' : 'mangler';
    warnings.push(
      stated === count
        ? {
            slide,
            code: 'count-checked',
            text: isOnly ? `${count} + ${rest} = ${ALL}` : `${count}`,
            reason: isOnly
              ? `Listen har ${count} navne, som sliden siger. De øvrige ${rest} kommuner ${other}.`
              : `Listen har ${count} navne, som sliden siger.`,
            about,
          }
        : {
            slide,
            code: 'count-mismatch',
            text: `${stated} / ${count}`,
            reason: `Sliden siger ${plural(stated, 'kommune', 'kommuner')}, men listen har ${plural(count, 'navn', 'navne')}. Tæl efter på sliden.`,
            about,
          },
    );
  }
  const both = groups.flatMap((group) => (group.listed === 'missing' ? group.municipalities : []));
  const conflicts = groups.flatMap((group) =>
    group.listed === 'signed' ? group.municipalities.filter((one) => both.includes(one)) : [],
  );
  if (conflicts.length > 0) {
    warnings.push({
      slide,
      code: 'signed-and-missing',
      text: conflicts.map(({ name }) => name).join(', '),
      reason: 'Kommunen står både som underskrevet og som manglende. Afklar, hvad der gælder.',
      about,
    });
  }
  for (const { text, name } of unknown) {
    warnings.push({
      slide,
      code: 'unknown-name',
      text,
      reason:
        name === null
          ? 'Navnet er ingen af de 98 kommuner. Det er ikke talt med.'
          : `Navnet kendes ikke. Måske er det ${name}; det er ikke talt med.`,
      about,
    });
  }
  return warnings;
}
