/**
 * Says what is wrong with a piece of XML, or '' when it is well formed: tags close in order, attributes are quoted and
 * named once, text holds no bare < or &.
 */
export function faultOf(xml: string): string {
  const open: string[] = [];
  let rest = xml;
  while (rest) {
    const text = /^[^<]+/.exec(rest)?.[0] ?? '';
    if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(text)) return `bare & in "${text}"`;
    rest = rest.slice(text.length);
    if (!rest) break;
    const tag = /^<(\/?)([A-Za-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/.exec(rest);
    if (!tag) return `no tag at "${rest.slice(0, 60)}"`;
    const [whole, closing, name = '', attributes = '', empty] = tag;
    const names = [...attributes.matchAll(/ ([\w:-]+)=/g)].map((match) => match[1]);
    if (new Set(names).size !== names.length) return `attribute twice in ${whole}`;
    if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(attributes)) return `bare & in ${whole}`;
    if (closing && open.pop() !== name) return `</${name}> closes nothing`;
    if (!closing && !empty) open.push(name);
    rest = rest.slice(whole.length);
  }
  return open.length > 0 ? `${open.join(', ')} not closed` : '';
}

/** How many times `part` stands in `text`. */
export function countOf(part: string, text: string): number {
  return text.split(part).length - 1;
}
