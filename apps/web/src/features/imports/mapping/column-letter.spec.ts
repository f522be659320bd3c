import { describe, expect, it } from '@jest/globals';
import { columnLetter } from './column-letter.js';

describe('the letter of a column', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [65, 'BN'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('of %i is %s', (index, letter) => expect(columnLetter(index)).toBe(letter));
});
