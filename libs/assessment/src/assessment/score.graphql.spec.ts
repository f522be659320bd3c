import { describe, expect, it } from '@jest/globals';
import { toScore } from './score.graphql.js';

const stored = (
  answered: number,
  applicable: number,
  numerator: number | null,
  lower: number,
  upper: number,
) => ({
  answered,
  applicable,
  denominator: 1440,
  numerator,
  lower,
  upper,
});

describe('toScore', () => {
  it('shows a score from 80 % of the questions on', () => {
    expect(toScore(stored(12, 15, 720, 576, 864))).toEqual({
      value: 50,
      numerator: 720,
      denominator: 1440,
      answered: 12,
      applicable: 15,
      coverage: 0.8,
      lower: 40,
      upper: 60,
      display: 'SHOW',
      reason: null,
    });
  });

  it('greys it from 60 % on', () => {
    expect(toScore(stored(9, 15, 720, 576, 864))).toMatchObject({ value: 50, display: 'GREY' });
  });

  it('gives no number below, but the bounds', () => {
    expect(toScore(stored(8, 15, 720, 432, 1008))).toMatchObject({
      value: null,
      lower: 30,
      upper: 70,
      display: 'HIDE',
      reason: 'Too few answers for a number: 8 of 15 questions answered.',
    });
  });

  it('says when a dimension has no answer', () => {
    expect(toScore(stored(12, 15, null, 432, 1008))).toMatchObject({
      value: null,
      denominator: null,
      display: 'HIDE',
      reason: 'A dimension has no answer yet: 12 of 15 questions answered.',
    });
  });

  it('has neither number nor bounds where nothing applies', () => {
    const nothing = {
      answered: 0,
      applicable: 0,
      denominator: 1440,
      numerator: null,
      lower: null,
      upper: null,
    };
    expect(toScore(nothing)).toMatchObject({
      value: null,
      coverage: null,
      lower: null,
      upper: null,
      display: 'HIDE',
      reason: 'No question applies.',
    });
  });
});
