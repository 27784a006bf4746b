import type { Answer, Fields, Visitor } from './cast.ts';
import { tokenIn } from './cast.ts';

/** The form of a record as it was shown, to be sent with other values in some fields, now or later. */
export async function recordForm(visitor: Visitor, path: string, shown?: string) {
  const html = shown ?? (await visitor.get(path)).text;
  const own = fieldsIn(html);
  return {
    fields: own,
    /** It has dates that are read before they are saved. */
    hasDates: html.includes('value="laes"'),
    send: (fields: Fields): Promise<Answer> =>
      visitor.post(path, { ...own, ...fields }, { token: tokenIn(html) }),
  };
}

/** What the last form of a page would send as it stands. */
function fieldsIn(html: string): Record<string, string> {
  const form = /<form [^>]*class="facts-form[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [tag, type, name, value] of inputs(form)) {
    if (name.startsWith('_')) continue;
    if ((type === 'radio' || type === 'checkbox') && !tag.includes(' checked')) continue;
    fields[name] = value;
  }
  for (const [, name = '', text = ''] of form.matchAll(
    /<textarea [^>]*name="([^"]*)"[^>]*>\n?([\s\S]*?)<\/textarea>/g,
  ))
    fields[name] = plain(text);
  for (const [, name = '', options = ''] of form.matchAll(
    /<select [^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g,
  )) {
    const chosen = /value="([^"]*)" selected/.exec(options) ?? /value="([^"]*)"/.exec(options);
    fields[name] = chosen?.[1] ?? '';
  }
  return fields;
}

function inputs(form: string): [string, string, string, string][] {
  return [...form.matchAll(/<input [^>]*>/g)].map(([tag]) => {
    const of = (name: string) => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
    return [tag, of('type'), of('name'), of('value')];
  });
}

/** The readings of dates that a page shows and carries. */
export function readingsIn(html: string): Fields {
  const hidden = [...html.matchAll(/name="([a-z-]+-laest)" value="([^"]*)"/g)];
  return Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, plain(value)]));
}

/** Number of the journal entry that a form was made from. */
export function basisIn(html: string): string {
  return /name="grundlag" value="(\d+)"/.exec(html)?.[1] ?? '';
}

/** What a reader reads on a page. */
export function words(html: string): string {
  return plain(html.replace(/<(?!\d)[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .replaceAll('« .', '«.');
}

/** As the templates write them: a quotation in Danish begins with the mark that points to the right. */
const NAMED: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
  raquo: '»',
  laquo: '«',
  rdquo: '”',
  middot: '·',
  ndash: '–',
};

function plain(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (all, name) => NAMED[name] ?? all);
}
