import { describe, expect, it } from '@jest/globals';
import { suggestAnswer, suggestAnswersDay, suggestColumns, suggestFramework } from './suggest-answers.js';

const question = {
  key: 'AA1',
  text: 'Has an AI impact assessment been conducted for this AI use case?',
  scope: 'INITIATIVE' as 'INITIATIVE' | 'ORGANISATION',
  ifYes: ['Documentation is complete'],
  ifPartial: [] as string[],
  ifNo: ['No testing'],
};
const columns = (...headers: string[]) =>
  headers.map((header, index) => ({ index, header, filled: 1, samples: [] }));

describe('the column of a question', () => {
  it('is the one whose header says the same, in other spelling, too', () => {
    const headers = columns('Name', 'has an AI impact assessment been conducted for this use case');
    expect(suggestColumns([question], headers)).toEqual([{ question, column: 1 }]);
  });

  it('is none where no header comes near', () => {
    expect(suggestColumns([question], columns('Name', 'Assessment', 'Stage of the AI use case'))).toEqual([]);
  });
});

describe('the framework that columns answer', () => {
  const ask = (key: string, text: string, scope = question.scope) => ({
    ...question,
    ...{ key, text, scope },
  });
  const framework = (id: string, version: number, questions: (typeof question)[]) => ({
    ...{ id, version, name: id, questions },
  });
  const own = framework('own', 2, [ask('A1', 'Is the supplier known?'), ask('A2', 'Is there a contract?')]);
  const older = framework('own', 1, own.questions);
  const core = framework('core', 1, [
    ask('B1', 'Is there an owner?'),
    ask('B2', 'Is there a budget?'),
    ask('B3', 'Is there a plan?'),
    ask('B4', 'Is there a board?', 'ORGANISATION'),
  ]);
  const suggested = (...headers: string[]) => suggestFramework([own, older, core], columns(...headers));

  it('is the one that most headers ask, in its newest version', () => {
    expect(suggested('Name', 'Is there a contract?')).toBe(own);
    expect(suggested('Is there an owner?', 'Is there a budget?', 'Is there a contract?')).toBe(core);
  });

  it('is none where less than half of its questions is asked; what the organisation is asked is none of them', () => {
    expect(suggested('Name', 'Is there an owner?')).toBeNull();
    expect(suggested('Is there a board?', 'Is there a plan?')).toBeNull();
  });
});

describe('the day of the answers', () => {
  it('is a column whose header says so, and how it is written', () => {
    expect(suggestAnswersDay(columns('Name', 'Assessed on (D.M.YYYY)'))).toEqual({
      column: 1,
      format: 'D.M.YYYY',
    });
    expect(suggestAnswersDay(columns('Assessed on', 'Assessed on (somehow)'))).toBeNull();
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
