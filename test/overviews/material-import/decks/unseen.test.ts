/**
 * Rules hold on decks nobody had seen when they were made: each invented deck is read as PowerPoint, as PDF and as
 * text, and every list is compared whole. In all three nothing is sure that is wrong, and no line is lost.
 */
import { describe, expect, test } from 'vitest';
import type { Snapshot } from '#src/core/snapshot/schema.ts';
import { readMaterial } from '#src/overviews/material-import/read-material.ts';
import { type PlainSlide, pdfOfSlides, pptxOf, textOf } from '#test/support/three-forms.ts';
import { UNSEEN_DECKS, type UnseenDeck } from './unseen.ts';

const FORMS = { pptx: pptxOf, pdf: pdfOfSlides, txt: textOf } as const;
type Form = keyof typeof FORMS;

const read = new Map<string, Promise<Snapshot>>();
function reading(deck: UnseenDeck, form: Form): Promise<Snapshot> {
  const key = `${deck.name}/${form}`;
  const known = read.get(key) ?? readMaterial([{ name: `deck.${form}`, bytes: FORMS[form](deck.slides) }]);
  read.set(key, known);
  return known;
}

interface Days {
  from: string | null;
  to: string | null;
}

const days = ({ from, to }: Days): string => `${from ?? ''}..${to ?? ''}`;
const line = (...fields: (string | null | undefined)[]): string =>
  fields.map((field) => field ?? '').join(' | ');
const inDanish = (names: readonly string[]): string =>
  [...names].sort(new Intl.Collator('da').compare).join(', ');

/** A record in the words of the truth. */
const TOLD: Readonly<Record<string, (snapshot: Snapshot) => { text: string; confidence: string }[]>> = {
  klik_tasks: ({ klik_tasks }) =>
    klik_tasks.map(({ project, title, start, end, responsible, confidence }) => ({
      text: line(project, title, days(start), days(end), responsible),
      confidence,
    })),
  agreements: ({ agreements }) =>
    agreements.map(({ solution, agreement, sent, deadline, recipients, confidence }) => ({
      text: line(solution, agreement, `${days(sent)} ${sent.state ?? ''}`, days(deadline), recipients),
      confidence,
    })),
  signatures: ({ signatures }) =>
    signatures.map(({ listed, as_of, missing, signed, inferred, unknown_names, confidence }) => ({
      text: [
        listed,
        as_of.from ?? '',
        ...(inferred === 'missing' ? [] : [`missing: ${inDanish(missing)}`]),
        ...(inferred === 'signed' ? [] : [`signed: ${inDanish(signed)}`]),
        ...(unknown_names ? [`unknown: ${unknown_names.join(', ')}`] : []),
        confidence,
      ].join(' | '),
      confidence,
    })),
  sts_milestones: ({ sts_milestones }) =>
    sts_milestones.map(({ title, date, confidence }) => ({ text: line(title, days(date)), confidence })),
  k98_steps: ({ k98_steps }) =>
    k98_steps.map(({ title, date, confidence }) => ({ text: line(title, days(date)), confidence })),
  k98_seats: ({ k98_seats }) =>
    k98_seats.map(({ body, seat, geography, appointed, status, confidence }) => ({
      text: line(body, seat, geography, appointed.join(', '), status),
      confidence,
    })),
  annual_wheel: ({ annual_wheel }) =>
    annual_wheel.map(({ activity, level, months, confidence }) => ({
      text: line(activity, level, months?.join('-')),
      confidence,
    })),
  events: ({ events }) =>
    events.map(({ title, date, time, place, confidence }) => ({
      text: line(title, days(date), time, place),
      confidence,
    })),
  requests: ({ requests }) =>
    requests.map(({ text, deadline, confidence }) => ({
      text: line(text, deadline ? days(deadline) : ''),
      confidence,
    })),
  contacts: ({ contacts }) =>
    contacts.map(({ name, roles, email, confidence }) => ({
      text: line(name, roles.join(', '), email, confidence),
      confidence,
    })),
};

describe.each(UNSEEN_DECKS)('$name', (deck) => {
  test.each(['pptx', 'pdf', 'txt'] as const)(
    'as %s every list is what stands on its slides',
    async (form) => {
      const snapshot = await reading(deck, form);
      for (const [key, told] of Object.entries(TOLD)) {
        if (form === 'txt' && deck.notInText?.includes(key)) continue;
        expect([key, ...told(snapshot).map(({ text }) => text)]).toEqual([key, ...(deck.truth[key] ?? [])]);
      }
    },
  );

  test.each(['pptx', 'pdf', 'txt'] as const)('as %s nothing is sure that is wrong', async (form) => {
    const snapshot = await reading(deck, form);
    for (const [key, told] of Object.entries(TOLD)) {
      for (const { text, confidence } of told(snapshot)) {
        if (confidence === 'high') expect(deck.truth[key] ?? []).toContain(text);
      }
    }
  });

  test.each(['pptx', 'pdf', 'txt'] as const)('as %s no line is lost', async (form) => {
    const snapshot = await reading(deck, form);
    for (const [index, slide] of deck.slides.entries()) {
      const told = wordsOf(JSON.stringify(recordsOf(snapshot, index + 1)));
      const lost = linesOf(slide).filter((text) => isLost(text, told));
      expect([slide.title, ...lost]).toEqual([slide.title]);
    }
  });
});

/** Everything that a snapshot says of a slide. */
function recordsOf(snapshot: Snapshot, slide: number): unknown[] {
  return [
    ...snapshot.slides.filter(({ number }) => number === slide),
    snapshot.meeting,
    ...Object.values(snapshot).flatMap((list) =>
      Array.isArray(list) ? (list as { slide?: number }[]).filter((one) => one.slide === slide) : [],
    ),
  ];
}

/** What stands on a slide, without the rows that only head its columns. */
function linesOf({ parts }: PlainSlide): string[] {
  return parts.flatMap((part) =>
    'rows' in part ? part.rows.filter((_, at) => at > 1).map((row) => row.join(' ')) : part.texts,
  );
}

/** Words that say what a line is, or that a record tells as a figure: months, regions over their municipalities. */
const KIND_WORDS =
  /^(?:har|opgjort|status|region|hovedstaden|sjælland|syddanmark|kommun\w*|udestår|mangler?|fortsat|underskrevet|tilslut\w*|ikke|dato|tid|sted|målgruppe|tilmelding|senest|alle|undtagen|fristen|januar|februar|marts|april|september)$/i;
const MOST = 0.6;

/** Names of municipalities are told in another form: "Ishøj Kommunes" by its first letters. */
function isLost(text: string, told: ReadonlySet<string>): boolean {
  const words = [...wordsOf(text)].filter((word) => word.length > 3 && !KIND_WORDS.test(word));
  const found = words.filter(
    (word) => told.has(word) || told.has(word.replace(/s$/, '')) || told.has(`${word}s`),
  );
  return words.length > 0 && found.length < words.length * MOST;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []);
}
