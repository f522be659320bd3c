/** A pivot that has shrunk to this part of the largest diagonal element is what rounding left of 0. */
const SINGULAR = 1e-10;

/**
 * u' A⁻ u and the rank of A, for a symmetric, positive semidefinite A and a u in its range (a score and its
 * covariance are): Gaussian elimination with the largest diagonal element as pivot, until only rounding is left.
 */
export function quadraticForm(
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): { readonly value: number; readonly rank: number } {
  const rows = matrix.map((row) => [...row]);
  const rest = [...vector];
  const open = new Set(rows.keys());
  const threshold = SINGULAR * Math.max(0, ...rows.map((row, index) => row[index]!));
  let [value, rank] = [0, 0];
  while (open.size > 0) {
    const pivot = [...open].reduce((best, at) => (rows[at]![at]! > rows[best]![best]! ? at : best));
    const size = rows[pivot]![pivot]!;
    if (!(size > threshold)) break;
    open.delete(pivot);
    value += rest[pivot]! ** 2 / size;
    rank += 1;
    for (const row of open) {
      const factor = rows[row]![pivot]! / size;
      rest[row]! -= factor * rest[pivot]!;
      for (const column of open) rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  return { value, rank };
}
