import { describe, expect, it } from '@jest/globals';
import { guessHeaderRow } from './header-row.js';

const guess = (...rows: string[][]): number =>
  guessHeaderRow(rows.map((cells, index) => ({ rowNumber: index + 3, cells })));

describe('the header row', () => {
  it('is the first one of a plain file, also where it lacks a caption that the data fill', () => {
    expect(guess(['Name', 'Stage', ''], ['A', 'Live', 'x'])).toBe(3);
    expect(guess(['Name'], ['A'])).toBe(3);
  });

  it('stands below a preamble and the captions over groups of columns', () => {
    const header = ['Name', 'Unit', 'Stage', 'Pilot', 'Live'];
    expect(guess(['Register of AI', '2024'], ['', '', '', 'Dates', ''], header, ['A', '', 'Live'])).toBe(5);
  });
});
