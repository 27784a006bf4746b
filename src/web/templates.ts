import { Eta } from 'eta';
import { escapeMarkup } from '#src/shared/markup.ts';

/**
 * The template engine as every page, part and test uses it. `views` is the folder of the templates.
 * `isCached` keeps compiled templates; off while templates are being written.
 */
export function createTemplates(views: string, isCached: boolean): Eta {
  const eta = new Eta({
    views,
    cache: isCached,
    debug: !isCached,
    rmWhitespace: true,
    escapeFunction: printed,
  });
  rememberPaths(eta);
  return eta;
}

/** The engine works out and serialises the path anew for each part that is included, which costs more than the part. */
function rememberPaths(eta: Eta): void {
  const resolve = eta.resolvePath;
  const known = new Map<string, string>();
  eta.resolvePath = function (template, options) {
    const key = `${options?.filepath ?? ''}>${template}`;
    const path = known.get(key) ?? resolve?.call(this, template, options) ?? '';
    known.set(key, path);
    return path;
  };
}

/** A template that prints something missing is wrong: nothing is said by '', never by undefined. */
function printed(value: unknown): string {
  if (typeof value === 'string') return escapeMarkup(value);
  if (typeof value === 'number') return String(value);
  throw new TypeError(`A template printed ${value === null ? 'null' : typeof value}`);
}
