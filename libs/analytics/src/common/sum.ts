/** The sum, added up from the smallest on: floating-point sums depend on the order, and results must not. */
export function sumOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}

/** Above 0, and not so small beside the values behind it (1e-12 of all of them) that only rounding made it so. */
export function isAboveRounding(figure: number, values: readonly number[]): boolean {
  return figure > 1e-12 * sumOf(values.map(Math.abs));
}
