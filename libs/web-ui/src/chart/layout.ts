/**
 * Width of a text in pixels, near enough to decide what fits (Inter's mean advance is 0.55 of its size). The
 * static picture has no DOM to ask.
 */
export function textWidth(text: string, size = 12): number {
  return text.length * size * 0.56;
}

/** Moves labels apart to at least `gap`, in order, inside `from`..`to`. Returns positions in the given order. */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): number[] {
  const order = wanted
    .map((position, index) => ({ position, index }))
    .sort((a, b) => a.position - b.position);
  let least = from;
  for (const label of order) {
    label.position = Math.max(label.position, least);
    least = label.position + gap;
  }
  let most = to;
  for (const label of order.toReversed()) {
    label.position = Math.min(label.position, most);
    most = label.position - gap;
  }
  const placed: number[] = [];
  for (const { position, index } of order) placed[index] = position;
  return placed;
}

/** Every how many ticks one may be labelled when each needs `need` pixels. */
export function every(count: number, room: number, need: number): number {
  return Math.max(1, Math.ceil((count * need) / Math.max(room, 1)));
}

/** Round to a tenth of a pixel: shorter paths, equal on every machine. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Cut at the end, with an ellipsis, to what fits. */
export function fit(text: string, room: number, size = 12): string {
  if (textWidth(text, size) <= room) return text;
  const letters = Math.max(1, Math.floor(room / (size * 0.56)) - 1);
  return `${text.slice(0, letters).trimEnd()}…`;
}
