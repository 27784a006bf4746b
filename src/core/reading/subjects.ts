/** What a slide may be about: the solutions and themes of KOMBIT by the names the material uses. */

interface Subject {
  /** As in `target` of the snapshot. */
  slug: string;
  /** Names as they stand in a table cell. */
  names: readonly string[];
  /** Tells the subject in a heading or a sentence. */
  told: RegExp;
}

const SUBJECTS: readonly Subject[] = [
  { slug: 'dubu', names: ['DUBU'], told: /\bDUBU/ },
  { slug: 'sapa', names: ['SAPA'], told: /\bSAPA|skattedata|\bSKAT\b|SF[- ]Tele|Ekstranet/ },
  { slug: 'nis2', names: ['NIS2'], told: /\bNIS ?2\b|cybersikkerhed/i },
  {
    slug: 'sts',
    names: ['STS', 'FKI STS', 'Støttesystemerne'],
    told: /\bSTS\b|støttesystem|fælles platform|driftsplatform/i,
  },
  { slug: 'k98', names: ['K98'], told: /\bK98|porteføljeråd|fagråd|governancemodel/i },
  {
    slug: 'valg',
    names: ['VALG'],
    told: /\bVALG\b|VALG-|valget\b|\p{L}+rådsvalg|folketingsvalg|valgafvikling/u,
  },
  { slug: 'aula', names: ['Aula'], told: /\bAula\b/ },
  { slug: 'bom', names: ['BoM', 'Byg og Miljø'], told: /\bBoM\b|Byg og Miljø/ },
  { slug: 'borgerblikket', names: ['Borgerblikket', 'BoB'], told: /\bBorgerblik/ },
  { slug: 'eessi', names: ['EESSI'], told: /\bEESSI\b/ },
  { slug: 'fbs', names: ['FBS'], told: /\bFBS\b/ },
  { slug: 'flis', names: ['FLIS'], told: /\bFLIS\b/ },
  {
    slug: 'fki',
    names: ['FKI', 'FKI -SP', 'FKI SP', 'Fælleskommunal Infrastruktur', 'Serviceplatformen'],
    told: /\bFKI\b|fælleskommunal\p{L}* infrastruktur|serviceplatform/iu,
  },
  { slug: 'kp', names: ['KP'], told: /\bKP\b|Kommunernes Pensionssystem/ },
  { slug: 'ksd', names: ['KSD'], told: /\bKSD\b/ },
  { slug: 'ky', names: ['KY'], told: /\bKY\b/ },
  { slug: 'mit-sygefravaer', names: ['Mit Sygefravær'], told: /\bMit Sygefravær/ },
  { slug: 'nemrefusion', names: ['NemRefusion'], told: /\bNemRefusion\b/ },
  { slug: 'yr', names: ['YR', 'Ydelsesrefusion'], told: /\bYR\b|Ydelsesrefusion/ },
  { slug: 'klik', names: ['KLIK'], told: /\bKLIK\b|KLIK-opgave/ },
  {
    slug: 'aftaler',
    names: ['K-aftalen for datastandard service', 'K-aftalen'],
    told: /tilslutnings|databehandleraftale|datastandard|K-aftale/i,
  },
];

/** Every name of a solution, longest first, so that "FKI STS" is found before "FKI". */
export const SOLUTION_NAMES: readonly string[] = SUBJECTS.flatMap((subject) => subject.names).sort(
  (a, b) => b.length - a.length,
);

/** The subject told by a heading or sentence; the first told one when there are several. */
export function subjectOf(text: string): string | null {
  let found: string | null = null;
  let foundAt = Infinity;
  for (const { slug, told } of SUBJECTS) {
    const at = text.search(told);
    if (at >= 0 && at < foundAt) {
      found = slug;
      foundAt = at;
    }
  }
  return found;
}
