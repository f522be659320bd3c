/** The middle value, or the mean of the two; of at least one value, never −0. */
export function median(values: readonly number[]): number {
  return medianOfSorted(values.toSorted((a, b) => a - b));
}

/** `median` of values that are in ascending order already. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const [low, high] = [sorted[(sorted.length - 1) >> 1]!, sorted[sorted.length >> 1]!];
  return (low + high) / 2 + 0;
}
