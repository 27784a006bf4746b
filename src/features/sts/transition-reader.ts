/** Reads the picture of the transition: columns from today to the modernisation, with the boxes in each. */
import { type Paragraph, paragraphs } from '#src/core/reading/paragraphs.ts';
import type { Page, Reading } from '#src/core/reading/reading.ts';
import type { Line } from '#src/core/reading/slide.ts';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { damageDistance } from '#src/shared/letter-damage.ts';
import { upsideDown } from './upside-down.ts';

type Column = Snapshot['sts_transition'][number];

const STEPS = /I dag|Transition til \p{Lu}\p{L}+|Transition af \p{Lu}\p{L}+|Moderniseringsprojekt(?:et)?/gu;
/** Words of the labels that stand upright beside the columns. */
const LABELS = ['Ingen ændringer', 'Transition', 'Modernisering'];
/** What a box of this picture may say. */
const KNOWN_BOX =
  /^(?:1:1 .*|(?:Evt\. )?(?:Moderniseret )?(?:Applikation|Middleware|Infrastruktur)|Driftsplatform|Støttesystemerne|Applikationsleverandør|KMD|\p{L}+ \+ \p{L}+)$/u;
/** Two boxes in one line: "Applikation Applikation", "DriftsplatformDriftsplatform". */
const BOX_CUT =
  /(?<=\p{Ll})(?=\p{Lu})|(?<=^Applikation) (?=Applikation$)|(?<=^Applikationsleverandør) (?=\p{Lu})|(?<=^Støttesystemerne) (?=\p{Lu})/gu;

/**
 * A slide whose columns go from "I dag" to a modernisation. The text gives the boxes without their places, so a box
 * is placed by its words, and every record is doubtful.
 */
export function readTransition(page: Page): Reading | null {
  const parts = paragraphs(page.lines);
  const headings = parts.filter((part) => stepsIn(part.text).length > 0 && !isBox(part.text));
  const steps = [...new Set(headings.flatMap((part) => stepsIn(part.text)))];
  if (!steps.includes('I dag') || steps.length < 3) return null;
  const boxParts = parts.filter((part) => !headings.includes(part) && !/^1:1 Transition/.test(part.text));
  const boxes = boxesIn(boxParts);
  const labels = labelsIn(page.extra.length > 0 ? page.extra : page.lines);
  const columns: Column[] = steps.map((step, index) => ({
    slide: page.slide.number,
    confidence: 'low',
    step,
    supplier: supplierOf(index, steps, boxes),
    cells: boxes
      .filter((box) => !isSupplier(box) && standsIn(box, index, steps, boxes))
      .sort((a, b) => rankOf(a) - rankOf(b)),
    label: labelOf(index, steps, labels),
  }));
  return {
    kind: 'sts-transition',
    isList: true,
    records: {
      sts_transition: columns,
      warnings: [
        {
          slide: page.slide.number,
          code: 'placement-inferred',
          text: boxes.join(', '),
          reason:
            'Kassernes plads i figuren står ikke i teksten. De er fordelt efter deres ord og skal bekræftes.',
          about: 'sts_transition',
        },
      ],
    },
    claimed: [...headings, ...boxParts].flatMap((part) => part.lines).concat(page.extra),
  };
}

/** From the top of the picture down. */
function rankOf(box: string): number {
  const layers = ['Støttesystemerne', 'Applikation', 'Driftsplatform', 'Middleware', 'Infrastruktur'];
  return layers.findIndex((layer) => box.includes(layer));
}

/** Each box once. OCR's other words in the picture are noise. */
function boxesIn(parts: readonly Paragraph[]): string[] {
  const found = new Set<string>();
  for (const [index, part] of parts.entries()) {
    const isOcr = part.lines.some((line) => line.source === 'ocr');
    const above = parts[index - 1]?.text ?? '';
    const text = /moderniseret$/i.test(above) ? `${above} ${part.text}` : part.text;
    if (/moderniseret$/i.test(text)) continue;
    for (const box of text.split(BOX_CUT)) {
      if (!isOcr || KNOWN_BOX.test(box)) found.add(box.trim());
    }
  }
  return [...found];
}

function stepsIn(text: string): string[] {
  return text.match(STEPS) ?? [];
}

function isBox(text: string): boolean {
  return /^\d:\d /.test(text);
}

/** Who delivers: "KMD + Aeven", "KMD", "Applikationsleverandør". */
function isSupplier(box: string): boolean {
  return /^[\p{Lu}]{2,}$/u.test(box) || / \+ /.test(box) || /leverandør$/i.test(box);
}

/** Today's suppliers stand together; the new one takes over with the application. */
function supplierOf(index: number, steps: readonly string[], boxes: readonly string[]): string | null {
  const suppliers = boxes.filter(isSupplier);
  if (index === 0) return suppliers.find((name) => name.includes('+')) ?? null;
  const takesOver = steps.findIndex((step) => /applikation/i.test(step));
  if (takesOver >= 0 && index >= takesOver) return suppliers.find((name) => /leverandør/i.test(name)) ?? null;
  return suppliers.find((name) => !name.includes('+') && !/leverandør/i.test(name)) ?? null;
}

function standsIn(box: string, index: number, steps: readonly string[], boxes: readonly string[]): boolean {
  const isLast = /^modernisering/i.test(steps[index] ?? '');
  if (/modernisere?t/i.test(box)) return isLast;
  if (/^1:1 /.test(box)) return index > 0 && !isLast;
  if (box === 'Driftsplatform') return index > 0;
  // A layer stands until a new form of it takes its place.
  const renewed = boxes.some(
    (other) => other !== box && /^1:1 |modernisere?t/i.test(other) && other.includes(box),
  );
  const movedAtOnce = boxes.some((other) => /^1:1 /.test(other) && other.includes(box));
  if (movedAtOnce) return index === 0;
  return renewed ? !isLast : index === 0;
}

/** Labels in the order OCR reads them: upside down, because they run upwards. */
function labelsIn(lines: readonly Line[]): string[] {
  const found: string[] = [];
  const words = lines.map((line) => upsideDown(line.raw));
  for (let index = 0; index < words.length; index += 1) {
    // A label of two words is read as one line or two, the last one first.
    const readings = [words[index] ?? '', `${words[index + 1] ?? ''} ${words[index] ?? ''}`];
    const label = LABELS.find((known) => readings.some((reading) => isLike(reading, known)));
    if (!label) continue;
    found.push(label);
    if (!isLike(readings[0] ?? '', label)) index += 1;
  }
  return found;
}

function isLike(reading: string, label: string): boolean {
  const bare = reading.replace(/[^\p{L}]/gu, '');
  const wanted = label.replace(/ /g, '');
  const limit = Math.floor(wanted.length / 3);
  return bare.length > 4 && damageDistance(bare, wanted, limit) <= limit;
}

/** Each column after today has the labels of its own parts; the last one has one. */
function labelOf(index: number, steps: readonly string[], labels: readonly string[]): string | null {
  const moving = steps.length - 2;
  if (index === 0 || labels.length !== moving * 2 + 1) return null;
  if (index === steps.length - 1) return labels.at(-1) ?? null;
  return labels.slice((index - 1) * 2, index * 2).join(', ');
}
