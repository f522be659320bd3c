import { describe, expect, it } from '@jest/globals';
import type { AnswerValue } from '@pilotage/web-ui';
import type { Framework } from '../assessment.graphql.js';
import { fixesInOrder } from './fix-first.js';

const question = (key: string, impact: number, effort: string) => ({
  key,
  dimensionKey: key.slice(0, 2),
  text: key,
  scope: 'BOTH' as const,
  ownerRole: '',
  ifYes: [],
  ifPartial: [],
  ifNo: [],
  action: `Do ${key}`,
  effort,
  impact,
  notApplicableWhen: null,
});
const framework: Framework = {
  id: 'test',
  kind: 'READINESS',
  version: 1,
  name: 'Test',
  dimensions: [
    { key: 'SA', name: 'One', weight: 0.5 },
    { key: 'DF', name: 'Two', weight: 0.5 },
  ],
  questions: [question('SA1', 5, 'L'), question('SA2', 4, 'S'), question('DF1', 5, 'M')],
};
const answers = (values: Record<string, AnswerValue | null>) =>
  Object.entries(values).map(([questionKey, value]) => ({ questionKey, value, actionRequired: null }));
const summary = (values: Record<string, AnswerValue | null>) =>
  fixesInOrder(framework, answers(values)).map(({ question: { key }, gain }) => [key, gain]);

describe('what to fix first', () => {
  it('is what pays most for its effort', () => {
    // Points to gain: SA1 100 * 1/4 = 25, SA2 100 * 1/4 * 1/2 = 12.5, DF1 100 * 1/2 = 50.
    // Times impact by days: SA1 25 * 5 / 120 = 1.04, SA2 12.5 * 4 / 10 = 5, DF1 50 * 5 / 60 = 4.17.
    expect(summary({ SA1: 'NO', SA2: 'PARTIAL', DF1: 'NO' })).toEqual([
      ['SA2', 12.5],
      ['DF1', 50],
      ['SA1', 25],
    ]);
  });

  it('leaves out what is Yes, what does not apply and what nobody has answered', () => {
    // SA1 alone makes up its dimension, and the whole: 100 points.
    expect(summary({ SA1: 'NO', SA2: 'NOT_APPLICABLE', DF1: null })).toEqual([['SA1', 100]]);
    expect(summary({ SA1: 'YES', SA2: 'YES', DF1: 'YES' })).toEqual([]);
  });

  it('says what the round says has to be done, else what the framework suggests', () => {
    const given = [
      { questionKey: 'SA1', value: 'NO' as const, actionRequired: 'Ask Ada.' },
      { questionKey: 'DF1', value: 'NO' as const, actionRequired: null },
    ];
    expect(fixesInOrder(framework, given).map(({ action }) => action)).toEqual(['Do DF1', 'Ask Ada.']);
  });
});
