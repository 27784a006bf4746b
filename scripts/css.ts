/**
 * Makes `public/css/dkfds.css`: the part of the Danish design system (npm `dkfds`) that the portal's pages use.
 * Run `npm run css` after a template has begun to use another DKFDS class; `test/web/css.test.ts` tells when.
 *
 * Everything lies in the cascade layer `dkfds`, so that any rule in `portal.css` wins without `!important`.
 */
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import { PurgeCSS } from 'purgecss';

const ROOT = join(import.meta.dirname, '..');
const DKFDS = join(ROOT, 'node_modules/dkfds/dist/css/dkfds.min.css');
const OUTPUT = join(ROOT, 'public/css/dkfds.css');

/** Wherever the markup of a page is written: templates, and the SVG that is drawn in code. Mails have no style sheet. */
const MARKUP = ['views/!(mail)/**/*.eta', 'src/web/**/*.ts'];

/** What any page may need, so that a new one seldom changes the file. */
const ALWAYS = [
  /^button(-primary|-secondary|-tertiary)?$/,
  /^form-(group|label|hint|input|select|error|error-message|checkbox|radio|group-checkbox|group-radio)$/,
  /^alert(-success|-info|-warning|-error|-icon|-heading|-text)?$/,
  /^(container|page-container|sr-only|skipnav|icon-svg)$/,
  /^breadcrumbs/,
  /^(html|body|main|h[1-4]|p|a|b|strong|em|small|ul|ol|li|dl|dt|dd|table|caption|th|td|figure|figcaption|details)$/,
  /^(summary|fieldset|legend|label|input|select|textarea|button|img|svg|hr|code|pre|blockquote)$/,
];

const WEIGHTS = [
  ['Regular', 400],
  ['Medium', 500],
  ['SemiBold', 600],
  ['Bold', 700],
] as const;

/** What the files named Latin1 hold, as IBM Plex itself declares it. */
const LATIN1 =
  'U+0000,U+000D,U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2013-2014,U+2018-201A,' +
  'U+201C-201E,U+2020-2022,U+2026,U+2030,U+2039-203A,U+2044,U+20AC,U+2122,U+2212,U+FB01-FB02';

const HEADER = `/*
 * Made by "npm run css" from dkfds 11.2.0. Do not edit.
 * Det Fælles Designsystem: MIT License, Copyright 2021 Danish Business Authority & Danish Agency for Digitisation.
 * IBM Plex Sans: SIL Open Font License 1.1, Copyright 2017 IBM Corp. with Reserved Font Name "Plex".
 * Icons (Material Symbols): Apache License 2.0.
 */
`;

/** The whole text of `dkfds.css` as it should stand, with its licence header. */
export async function buildCss(): Promise<string> {
  const everything = await readFile(DKFDS, 'utf8');
  const [purged] = await new PurgeCSS().purge({
    css: [{ raw: everything.replaceAll(/@font-face\{[^}]*\}/g, '') }],
    content: globSync(MARKUP, { cwd: ROOT })
      .sort()
      .map((file) => join(ROOT, file)),
    extractors: [{ extractor: wordsInTags, extensions: ['eta', 'ts'] }],
    safelist: { standard: ALWAYS },
  });
  if (!purged) throw new Error('PurgeCSS gave no result');
  const layered = `${fontFaces()}@layer dkfds{${purged.css}}`.replaceAll(
    /url\(["']?\.\.\/(img|fonts)\//g,
    'url(/assets/$1/',
  );
  return HEADER + readable(smallest(layered));
}

function fontFaces(): string {
  return WEIGHTS.map(
    ([name, weight]) =>
      `@font-face{font-family:IBM Plex Sans;font-style:normal;font-weight:${weight};font-display:swap;` +
      `src:url(../fonts/IBMPlexSans/split/woff2/IBMPlexSans-${name}-Latin1.woff2) format("woff2");` +
      `unicode-range:${LATIN1}}`,
  ).join('');
}

/**
 * The words that can be a class, an element or an attribute: those inside tags, and those in quotes inside `<% %>`.
 * Words of running text and of code are left out; they match class names by accident and change with every commit.
 */
function wordsInTags(markup: string): string[] {
  const quoted = [...markup.matchAll(/<%.*?%>/gs)].flatMap(([code]) => code.match(/(['"`]).*?\1/g) ?? []);
  const tags = markup.replaceAll(/<%.*?%>/gs, ' ').match(/<[a-z][^<>]*/g) ?? [];
  return [...quoted, ...tags].flatMap((part) => part.match(/[\w-]+/g) ?? []);
}

function smallest(css: string): string {
  return transform({
    filename: 'dkfds.css',
    code: Buffer.from(css),
    minify: true,
    errorRecovery: true,
  }).code.toString();
}

/** One rule to a line, so that a change can be read and merged; compressed it weighs the same. */
function readable(css: string): string {
  return css.replaceAll('}', '}\n');
}

if (import.meta.main) {
  const css = await buildCss();
  await writeFile(OUTPUT, css);
  console.log(`public/css/dkfds.css: ${css.length} characters`);
}
