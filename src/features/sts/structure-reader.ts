/** Reads what the joint infrastructure consists of: its components, and the layers of their delivery. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import { confidenceOf, lower, type Page, type Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { damageDistance } from '#src/shared/letter-damage.ts';

type Component = Snapshot['sts_components'][number];

/** The components by name, each with the words its box may be broken into. */
const COMPONENTS: readonly { name: string; words: readonly string[] }[] = [
  { name: 'Serviceplatformen', words: ['serviceplatformen'] },
  { name: 'Filudveksling', words: ['filudveksling'] },
  { name: 'Beskedfordelerkomponent', words: ['beskedfordeler'] },
  { name: 'Adgangsstyring for brugere', words: ['adgangsstyring', 'brugere'] },
  { name: 'Adgangsstyring for systemer', words: ['adgangsstyring', 'systemer'] },
  { name: 'Administrationsmodul', words: ['administrations', 'modul'] },
  { name: 'Organisationssystem', words: ['organisations', 'system'] },
  { name: 'Klassifikationssystem', words: ['klassifikations', 'system'] },
  { name: 'Sags- og Dokumentindeks', words: ['sags', 'dokument', 'indeks'] },
  { name: 'Ydelsesindeks', words: ['ydelsesindeks'] },
  { name: 'Organisationssynkroniseringskomponent', words: ['synkroniserings'] },
  { name: 'Helhedsorienteret indsats', words: ['helhedsorienteret', 'indsats'] },
  { name: 'Fjernprint', words: ['fjernprint'] },
];
const LEAST_COMPONENTS = 4;
/** Letters that OCR may get wrong in a long word of a small picture text. */
const PICTURE_DISTANCE = 3;

const LAYER = /^(?:Applikations\p{Ll}+|(?:Platform|Infrastructure|Software) as a Service)$/u;
const LEAST_LAYERS = 3;

/** Boxes of a picture with the names of components; mostly only OCR reads them. */
export function readComponents(page: Page): Reading | null {
  const lines = page.extra.length > 0 ? page.extra : page.lines.filter((line) => !isSentence(line.text));
  const words = lines.flatMap((line) => wordsOf(line.text));
  const found: Component[] = [];
  for (const { name, words: parts } of COMPONENTS) {
    const distances = parts.map((part) => nearest(part, words));
    if (distances.some((distance) => distance === Infinity)) continue;
    const exact = distances.every((distance) => distance === 0);
    const confidence = exact ? lower(sourceConfidence(lines), 'medium') : 'low';
    found.push({ slide: page.slide.number, confidence, name });
  }
  if (found.length < LEAST_COMPONENTS) return null;
  return {
    kind: 'sts-components',
    isList: false,
    records: {
      sts_components: found,
      warnings: [
        {
          slide: page.slide.number,
          code: 'picture-only',
          text: found.map(({ name }) => name).join(', '),
          reason:
            'Navnene står i en figur. Farver og placering kan ikke læses, så det fremgår ikke, hvilke der er Støttesystemer.',
          about: 'sts_components',
        },
      ],
    },
    claimed: lines,
  };
}

/** Layers of delivery, and the contract that each belongs to. */
export function readLayers(page: Page): Reading | null {
  const parts = paragraphs(page.lines);
  const layers = parts.filter((part) => LAYER.test(part.text));
  if (layers.length < LEAST_LAYERS) return null;
  const labels = parts.filter((part) =>
    /^(?:STS|Drifts|platform|Driftsplatform|Drifts ?platform)$/.test(part.text),
  );
  const told = labels.map((part) => part.text).join('');
  return {
    kind: 'sts-layers',
    isList: true,
    records: {
      sts_layers: layers.map((part) => ({
        slide: page.slide.number,
        confidence: confidenceOf(part.lines, 'medium'),
        layer: part.text,
        contract: contractOf(part, told),
      })),
    },
    claimed: [...layers, ...labels].flatMap((part) => part.lines),
  };
}

/** The labels stand beside the layers: application is STS, what is delivered "as a Service" the platform. */
function contractOf(layer: Paragraph, labels: string): string | null {
  if (/^Applikations/.test(layer.text)) return labels.includes('STS') ? 'STS' : null;
  return /platform/i.test(labels) ? 'Driftsplatform' : null;
}

function nearest(part: string, words: readonly string[]): number {
  const limit = part.length >= 12 ? PICTURE_DISTANCE : part.length >= 9 ? 1 : 0;
  let best = Infinity;
  for (const word of words)
    best = word.includes(part) ? 0 : Math.min(best, damageDistance(word, part, limit));
  return best;
}

/** Small-letter words; a compound with a hyphen counts as its parts too. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function isSentence(text: string): boolean {
  return text.split(' ').length > 6 && /\b(?:er|har|består|af|som|den|det)\b|\p{L}\.$/u.test(text);
}

function sourceConfidence(lines: readonly Line[]): 'high' | 'medium' {
  return lines.some((line) => line.source === 'ocr') ? 'medium' : 'high';
}
