/** One measured figure as a line. @param limit what it may be at most; null when it only tells */
export function print(what: string, limit: number | null, unit: string, value: number): void {
  const verdict =
    limit === null ? '' : value <= limit ? `  (at most ${limit}: ok)` : `  (at most ${limit}: OVER)`;
  console.log(`${value.toFixed(unit === 'bytes' ? 0 : 2).padStart(10)} ${unit.padEnd(5)} ${what}${verdict}`);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
