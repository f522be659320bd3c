import { isFilled } from './file-row.js';

/** A column as the mapping page shows it. Columns are known by position: headers repeat. */
export interface FileColumn {
  readonly index: number;
  readonly header: string;
  /** The first three different values. */
  readonly samples: readonly string[];
  /** Rows with something in it. */
  readonly filled: number;
}

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 200;
const HEADER_CHARACTERS = 500;

/** Collects what is worth knowing about the columns while rows pass by. */
export class ColumnSummary {
  private readonly filled: number[];
  private readonly samples: string[][];

  constructor(private readonly headers: readonly string[]) {
    this.filled = headers.map(() => 0);
    this.samples = headers.map(() => []);
  }

  add(cells: readonly string[]): void {
    this.headers.forEach((_, index) => {
      const value = cells[index] ?? '';
      if (!isFilled(value)) return;
      this.filled[index]! += 1;
      const samples = this.samples[index]!;
      if (samples.length === SAMPLES) return;
      const shown = cut(tidy(value), SAMPLE_CHARACTERS);
      if (!samples.includes(shown)) samples.push(shown);
    });
  }

  columns(): FileColumn[] {
    return this.headers.map((header, index) => ({
      index,
      header: cut(tidy(header), HEADER_CHARACTERS),
      samples: this.samples[index]!,
      filled: this.filled[index]!,
    }));
  }
}

/** One line, without spaces at its ends. */
export const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** At most so many characters; a cut text ends in "…" and never in half a character. */
export function cut(text: string, characters: number): string {
  if (text.length <= characters) return text;
  const end = text.slice(0, characters - 1);
  return `${/[\uD800-\uDBFF]$/.test(end) ? end.slice(0, -1) : end}…`;
}
