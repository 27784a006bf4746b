import { escapeMarkup } from '#src/shared/markup.ts';

/** Colours of the pictures: the tokens of portal.css, written as attributes because SVG in a page may hold no style. */
export const INK = {
  accent: '#12475b',
  accentTone: '#cfe0e6',
  done: '#1d6648',
  progress: '#004d99',
  soon: '#7a4300',
  over: '#b00020',
  overTone: '#ffe0e0',
  text: '#1a1a1a',
  muted: '#595959',
  ground: '#e4e4e4',
  line: '#dcdcdc',
  lineStrong: '#8e8e8e',
} as const;

type Attributes = Record<string, string | number | undefined>;

/** One element with its attributes escaped and its numbers rounded to a tenth; `inner` is markup already. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${typeof value === 'number' ? tenth(value) : escapeMarkup(String(value))}"`,
    )
    .join('');
  return inner ? `<${name}${written}>${inner}</${name}>` : `<${name}${written}/>`;
}

/** Text at a point; the words are escaped. */
export function label(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return element('text', { x, y, ...attributes }, escapeMarkup(words));
}

/**
 * The drawing itself. `alternative` is what it says to those who do not see it, made from the same data;
 * '' when the words beside it say the same already.
 */
export function drawing(
  size: { width: number; height: number },
  alternative: string,
  attributes: Attributes,
  inner: string,
): string {
  const seen = alternative ? { role: 'img', 'aria-label': alternative } : { 'aria-hidden': 'true' };
  return element('svg', { viewBox: `0 0 ${size.width} ${size.height}`, ...seen, ...attributes }, inner);
}

export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10);
}
