/** Solves A x = b for a symmetric, positive definite A by Gaussian elimination; null when A is singular. */
export function solveSymmetric(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const size = right.length;
  const rows = matrix.map((row, index) => [...row, right[index]!]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const largest = rows
      .slice(pivot)
      .reduce((best, row) => (Math.abs(row[pivot]!) > Math.abs(best[pivot]!) ? row : best));
    if (Math.abs(largest[pivot]!) < 1e-12) return null;
    rows[rows.indexOf(largest)] = rows[pivot]!;
    rows[pivot] = largest;
    for (const row of rows.slice(pivot + 1)) {
      const factor = row[pivot]! / largest[pivot]!;
      for (let column = pivot; column <= size; column += 1) row[column]! -= factor * largest[column]!;
    }
  }
  const solution = right.map(() => 0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const known = solution.reduce(
      (sum, value, column) => sum + (column > row ? value * rows[row]![column]! : 0),
      0,
    );
    solution[row] = (rows[row]![size]! - known) / rows[row]![row]!;
  }
  return solution;
}
