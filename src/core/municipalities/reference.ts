/** The 98 municipalities as the portal knows them from the start. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const municipalitySchema = z.strictObject({
  /** Four digits, as text: '0101'. */
  code: z.string().regex(/^\d{4}$/),
  officialName: z.string().min(1),
  /** Statistics Denmark's short form: Bornholm, Nordfyns, Morsø, Aarhus. */
  name: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  /** Other ways the name is really written; never a misreading. */
  variants: z.array(z.string().min(1)),
  region: z.string(),
  /** Region Østdanmark replaces Hovedstaden and Sjælland on 1 January 2027. */
  regionFrom2027: z.string(),
  kkr: z.string(),
  /** Rounded, of about `populationYear`: only good enough for the size class. */
  populationApprox: z.number().int().positive(),
  populationYear: z.number().int(),
  sizeClass: z.enum(['under 20.000', '20.000-59.999', '60.000-99.999', '100.000+']),
  cvr: z.string().regex(/^\d{8}$/),
  /** The organisation's UUID in the joint Organisation component (STS). */
  stsUuid: z.uuid(),
});

export type ReferenceMunicipality = z.infer<typeof municipalitySchema>;

const FILE = new URL('../../../seeds/reference/municipalities.json', import.meta.url);

/** Reads `seeds/reference/municipalities.json`, in order of code. Throws a ZodError on a damaged file. */
export function loadReferenceMunicipalities(): ReferenceMunicipality[] {
  return z
    .array(municipalitySchema)
    .length(98)
    .parse(JSON.parse(readFileSync(FILE, 'utf8')));
}
