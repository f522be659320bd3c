import { describe, expect, it } from '@jest/globals';
import { type Answer } from '@pilotage/analytics';
import { currentFramework } from '@pilotage/frameworks';
import { scoring } from './scoring.rules.js';

const framework = currentFramework();

/** One letter per question in the framework's order, three per dimension: Y, P, N, A (not applicable), - (unanswered). */
function answers(letters: string): { questionKey: string; value: Answer | null }[] {
  const values: Record<string, Answer | null> = {
    Y: 'YES',
    P: 'PARTIAL',
    N: 'NO',
    A: 'NOT_APPLICABLE',
    '-': null,
  };
  const each = [...letters.replaceAll(' ', '')];
  return framework.questions.map(({ key }, index) => ({
    questionKey: key,
    value: values[each[index]!] ?? null,
  }));
}

/** Weights of 1 in dimensions of three, five dimensions: 4 · lcm(1, 2, 3) · lcm(1 … 5). */
const SCALE = 1440;
const percent = (numerator: number | null) =>
  numerator === null ? null : Math.round((numerator / SCALE) * 1e6) / 1e4;

describe('scoring', () => {
  it.each([
    {
      name: 'everything answered',
      // SA (1 + 1 + .5) / 3 = 83.3333, DF (.5 + 0 + .5) / 3 = 33.3333, TM .5 / 3 = 16.6667, TO 66.6667, RC 1.5 / 3 = 50
      // overall (83.3333 + 33.3333 + 16.6667 + 66.6667 + 50) / 5 = 50; nothing unanswered, so both bounds are the score
      letters: 'YYP PNP NPN PPY YPN',
      dimensions: [83.3333, 33.3333, 16.6667, 66.6667, 50],
      expected: { score: 50, lower: 50, upper: 50, answered: 15, applicable: 15 },
    },
    {
      name: 'four do not apply',
      // SA 83.3333, DF (.5 + .5) / 2 = 50, TM (0 + .5) / 2 = 25, TO 66.6667, RC 0 / 1 = 0; mean 225 / 5 = 45
      letters: 'YYP PAP NPA PPY AAN',
      dimensions: [83.3333, 50, 25, 66.6667, 0],
      expected: { score: 45, lower: 45, upper: 45, answered: 11, applicable: 11 },
    },
    {
      name: 'the same four are unanswered',
      // low: DF 1/3, TM .5/3, RC 0 -> (83.3333 + 33.3333 + 16.6667 + 66.6667 + 0) / 5 = 40
      // high: DF 2/3, TM 1.5/3, RC 2/3 -> (83.3333 + 66.6667 + 50 + 66.6667 + 66.6667) / 5 = 66.6667
      letters: 'YYP P-P NP- PPY --N',
      dimensions: [83.3333, 50, 25, 66.6667, 0],
      expected: { score: 45, lower: 40, upper: 66.6667, answered: 11, applicable: 15 },
    },
    {
      name: 'a dimension without an answer leaves no overall score, only bounds',
      // low: TM 0 -> (83.3333 + 33.3333 + 0 + 66.6667 + 50) / 5 = 46.6667; high: TM 100 -> 66.6667
      letters: 'YYP PNP --- PPY YPN',
      dimensions: [83.3333, 33.3333, null, 66.6667, 50],
      expected: { score: null, lower: 46.6667, upper: 66.6667, answered: 12, applicable: 15 },
    },
    {
      name: 'a dimension that does not apply is left out of the average',
      // (83.3333 + 33.3333 + 66.6667 + 50) / 4 = 58.3333
      letters: 'YYP PNP AAA PPY YPN',
      dimensions: [83.3333, 33.3333, null, 66.6667, 50],
      expected: { score: 58.3333, lower: 58.3333, upper: 58.3333, answered: 12, applicable: 12 },
    },
    {
      name: 'nothing applies',
      letters: 'AAA AAA AAA AAA AAA',
      dimensions: [null, null, null, null, null],
      expected: { score: null, lower: null, upper: null, answered: 0, applicable: 0 },
    },
  ])('$name', ({ letters, dimensions, expected }) => {
    const { overall, ...rest } = scoring(framework, answers(letters));
    expect({
      score: percent(overall.numerator),
      lower: percent(overall.lower),
      upper: percent(overall.upper),
      answered: overall.answered,
      applicable: overall.applicable,
    }).toEqual(expected);
    expect(rest.dimensions.map(({ numerator }) => percent(numerator))).toEqual(dimensions);
    expect([overall, ...rest.dimensions].every(({ denominator }) => denominator === SCALE)).toBe(true);
    const integers = [overall, ...rest.dimensions].flatMap((score) => Object.values(score));
    expect(integers.every((n) => n === null || typeof n === 'string' || Number.isInteger(n))).toBe(true);
  });

  it('judges every gate: what does not apply is left out, what is unanswered blocks unless nothing is asked', () => {
    // PILOT asks nothing of DF3, TM1, TM2 and Partial of the twelve others.
    const { gates } = scoring(framework, answers('PPP PPN NNP PPP AP-'));
    expect(gates[0]).toEqual({ stage: 'PILOT', met: 13, of: 14, blocking: ['RC3'] });
    // LIMITED_PRODUCTION asks Partial of SA3, DF2, DF3, TM1, TM2, TO1 and Yes of the rest (RC1 does not apply).
    expect(gates[1]).toEqual({
      stage: 'LIMITED_PRODUCTION',
      met: 3,
      of: 14,
      blocking: ['SA1', 'SA2', 'DF1', 'DF3', 'TM1', 'TM2', 'TM3', 'TO2', 'TO3', 'RC2', 'RC3'],
    });
  });

  it('calls nothing ready when nothing applies', () => {
    expect(scoring(framework, answers('AAA AAA AAA AAA AAA')).gates[0]).toEqual({
      stage: 'PILOT',
      met: 0,
      of: 0,
      blocking: [],
    });
  });
});
