import { describe, expect, it } from '@jest/globals';
import { isFindingsFile, neutralised, restored, withoutMarkers } from './marker-columns.js';

const CELLS = ['', 'plain', '=1+1', '+1', '-1', '-1,5', '-1+2', '@SUM(A1)', '\tx', '\rx', '\0x', '＝1', "'=1", "''=1", "'quoted'", "'", 'مشروع', 'a\nb']; // prettier-ignore

describe('a cell', () => {
  it.each(CELLS)('%j is the same after the way out and back', (cell) => {
    expect(restored(neutralised(cell))).toBe(cell);
  });

  it.each(['=1+1', '+1', '-1+2', '@SUM(A1)', '\tx', '\rx', '\0x', '＝1'])('%j begins no formula', (cell) => {
    expect(neutralised(cell)).toBe(`'${cell}`);
  });

  it('that is a negative number stays one', () => {
    expect(neutralised('-12.5')).toBe('-12.5');
  });
});

describe('a file', () => {
  it('is one of findings by its last columns', () => {
    expect(isFindingsFile(['Name', 'Row', 'Finding', 'What was done'])).toBe(true);
    expect(isFindingsFile(['Row', 'Finding', 'What was done', 'Name'])).toBe(false);
    expect(isFindingsFile(['Finding', 'What was done'])).toBe(false);
  });

  it('is read without them', () => {
    expect(withoutMarkers(["'=1", 'x', '2', 'F', 'D'], 2)).toEqual(['=1', 'x']);
  });
});
