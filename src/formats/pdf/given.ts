/** What pdf.js hands a drawing operation. */
import { IDENTITY, type Matrix } from './geometry.ts';

/** A matrix comes as six arguments, or as one argument of six numbers. */
export function matrixIn(given: readonly unknown[]): Matrix {
  const [first] = given;
  if (first === null || first === undefined) return IDENTITY;
  return asMatrix(typeof first === 'number' ? given : Array.from(first as ArrayLike<unknown>));
}

export function asMatrix(numbers: readonly unknown[]): Matrix {
  const [a, b, c, d, e, f] = numbers.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

export function numberIn(given: readonly unknown[], index: number): number {
  const number = Number(given[index]);
  return Number.isFinite(number) ? number : 0;
}
