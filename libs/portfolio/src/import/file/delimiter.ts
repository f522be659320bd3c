/** In the order that wins a tie. */
const CANDIDATES = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof CANDIDATES)[number];

/** Enough of a file to hold its header. */
const SAMPLE_CHARACTERS = 256 * 1024;

/** What separates the cells: the candidate that occurs most often in the header row, outside of quotes. */
export async function findDelimiter(text: AsyncIterable<string>): Promise<Delimiter> {
  let sample = '';
  for await (const piece of text) {
    sample += piece;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  const counts = countInHeader(sample);
  return CANDIDATES.reduce((best, candidate) =>
    (counts.get(candidate) ?? 0) > (counts.get(best) ?? 0) ? candidate : best,
  );
}

function countInHeader(sample: string): Map<string, number> {
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (const character of sample) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '\n' || character === '\r') break;
    else counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return counts;
}
