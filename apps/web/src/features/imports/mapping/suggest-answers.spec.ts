import { describe, expect, it } from '@jest/globals';
import { suggestAnswer, suggestColumn } from './suggest-answers.js';

const question = {
  key: 'AA1',
  text: 'Has an AI impact assessment been conducted for this AI use case?',
  scope: 'INITIATIVE' as const,
  ifYes: ['Documentation is complete'],
  ifPartial: [] as string[],
  ifNo: ['No testing'],
};
const columns = (...headers: string[]) =>
  headers.map((header, index) => ({ index, header, filled: 1, samples: [] }));

describe('the column of a question', () => {
  it('is the one whose header says the same, in other spelling, too', () => {
    const headers = columns('Name', 'has an AI impact assessment been conducted for this use case');
    expect(suggestColumn(question, headers)).toBe(1);
  });

  it('is none where no header comes near', () => {
    expect(suggestColumn(question, columns('Name', 'Assessment', 'Stage of the AI use case'))).toBeNull();
  });
});

describe('the answer that a value means', () => {
  it.each([
    ['Documentation is complete: it exists', 'YES'],
    ['no testing: none so far', 'NO'],
    ['YES', 'YES'],
    ['Yes – by the CAIO', 'YES'],
    ['No', 'NO'],
    ['N/A', 'NOT_APPLICABLE'],
    ['NA', 'NOT_APPLICABLE'],
    ['Not Applicable', 'NOT_APPLICABLE'],
    ['Planned or in-progress', 'PARTIAL'],
    ['Nobody knows', 'LEAVE_OUT'],
    ['Other', 'LEAVE_OUT'],
  ])('%s is %s', (value, answer) => {
    expect(suggestAnswer(value, question)).toBe(answer);
  });
});
