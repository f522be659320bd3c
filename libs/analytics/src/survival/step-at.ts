/** The last step at or before `time`, in O(log n). Throws RangeError when `time` is not a number. */
export function stepAt<Step extends { readonly time: number }>(
  steps: readonly Step[],
  time: number,
): Step | undefined {
  if (Number.isNaN(time)) throw new RangeError('A time must be a number.');
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps[middle]!.time <= time) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1];
}
