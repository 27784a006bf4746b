/** Browser and system in a few words, so that people know their own sessions again. Guessed from what the browser says. */
export function deviceOf(userAgent: string | undefined): string {
  const said = userAgent ?? '';
  const browser = BROWSERS.find(([pattern]) => pattern.test(said))?.[1] ?? 'Ukendt browser';
  const system = SYSTEMS.find(([pattern]) => pattern.test(said))?.[1];
  return system ? `${browser} på ${system}` : browser;
}

/** In this order: most browsers also name those they resemble. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bFirefox\//, 'Firefox'],
  [/\bOPR\//, 'Opera'],
  [/\bChrom(e|ium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone eller iPad'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];
