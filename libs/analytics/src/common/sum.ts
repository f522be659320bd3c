/** The sum, added up from the smallest on: floating-point sums depend on the order, and results must not. */
export function sumOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b).reduce((sum, value) => sum + value, 0);
}
