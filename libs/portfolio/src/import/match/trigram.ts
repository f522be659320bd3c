/** Three letters in a row of each word, with two blanks before and one behind it: pg_trgm's, so that figures compare. */
export function trigramsOf(key: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of key.split(' ').filter((part) => part !== '')) {
    const padded = `  ${word} `;
    for (let start = 0; start + 3 <= padded.length; start += 1) found.add(padded.slice(start, start + 3));
  }
  return found;
}

export interface Similar<T> {
  readonly of: T;
  /** 0..100: how many of the trigrams of both are common to them. */
  readonly score: number;
}

/** Names to be found by others like them. A search looks only at names that share a trigram with it. */
export class SimilarNames<T> {
  private readonly places = new Map<string, number[]>();
  private readonly sizes: number[] = [];

  constructor(private readonly names: readonly { readonly key: string; readonly of: T }[]) {
    for (const [index, { key }] of names.entries()) {
      const trigrams = trigramsOf(key);
      this.sizes.push(trigrams.size);
      for (const trigram of trigrams) {
        const places = this.places.get(trigram);
        if (places) places.push(index);
        else this.places.set(trigram, [index]);
      }
    }
  }

  /** The `most` names that are at least so similar, best first; equal ones in the order in which they were given. */
  find(key: string, least: number, most: number): Similar<T>[] {
    const trigrams = trigramsOf(key);
    const common = new Map<number, number>();
    for (const trigram of trigrams)
      for (const index of this.places.get(trigram) ?? []) common.set(index, (common.get(index) ?? 0) + 1);
    return [...common]
      .map(([index, count]) => ({
        index,
        score: Math.floor((100 * count) / (trigrams.size + this.sizes[index]! - count)),
      }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || a.index - b.index)
      .slice(0, most)
      .map(({ index, score }) => ({ of: this.names[index]!.of, score }));
  }
}
