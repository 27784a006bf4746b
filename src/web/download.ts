import type { Download } from './parts.ts';

/** Addresses of a list as a file: `path` without `?`, `query` without it either, and without `stand`. */
export function downloadOf(path: string, query = ''): Download {
  const ending = query === '' ? '' : `?${query}`;
  return { xlsx: `${path}.xlsx${ending}`, csv: `${path}.csv${ending}` };
}
