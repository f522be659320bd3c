import { describe, expect, it } from '@jest/globals';
import { progressOf } from '../progress.js';
import { differences, isMissing, reasonNeeded, shownAnswer, type ShownAnswer } from './answer-edit.js';

const shown = (fields: Partial<ShownAnswer>): ShownAnswer => ({
  ...shownAnswer(
    {
      questionKey: 'SA1',
      value: null,
      note: null,
      actionRequired: null,
      evidence: null,
      isTouched: false,
      inherited: null,
      mode: 'OPEN',
      revision: 0,
      previous: null,
      updatedBy: null,
    },
    null,
    null,
  ),
  ...fields,
});

describe('a reason is needed', () => {
  it.each([
    ['for what does not apply', { value: 'NOT_APPLICABLE', isTouched: true }, 'NOT_APPLICABLE'],
    [
      'not when the organisation says the same',
      { value: 'NOT_APPLICABLE', inherited: 'NOT_APPLICABLE' },
      null,
    ],
    ['for a departure from the organisation', { value: 'YES', inherited: 'NO' }, 'DEPARTURE'],
    ['for what was left open on purpose', { value: null, isTouched: true }, 'LEFT_OPEN'],
    ['not for what nobody has looked at', { value: null, isTouched: false }, null],
    ['not for an answer of one’s own', { value: 'NO', isTouched: true }, null],
  ] as const)('%s', (_, fields, reason) => {
    expect(reasonNeeded(shown(fields))).toBe(reason);
  });
});

describe('a question stands in the way of submitting', () => {
  it.each([
    ['while it is not confirmed', { value: 'YES' }, true],
    ['not once it is', { value: 'YES', isTouched: true }, false],
    ['while its reason is blank', { value: 'NOT_APPLICABLE', isTouched: true, note: '  ' }, true],
    ['not once a reason is given', { value: 'NOT_APPLICABLE', isTouched: true, note: 'No people.' }, false],
    ['not when it is the organisation’s', { mode: 'INHERITED' }, false],
  ] as const)('%s', (_, fields, isIt) => {
    expect(isMissing(shown(fields))).toBe(isIt);
  });
});

describe('differences', () => {
  it('are the fields in which an edit changes an answer', () => {
    const answer = shown({ value: 'YES', note: 'Old.' });
    expect(differences({ value: 'NO', note: 'Old. ', evidence: ' ' }, answer)).toEqual(['value']);
  });
});

describe('progress', () => {
  it('counts as the score does: what does not apply counts neither as answered nor as open', () => {
    const answers = [
      shown({ questionKey: 'SA1', value: 'YES', isTouched: true }),
      shown({ questionKey: 'SA2', value: 'PARTIAL' }),
      shown({ questionKey: 'SA3', value: 'NOT_APPLICABLE', isTouched: true, note: 'Bought.' }),
      shown({ questionKey: 'DF1' }),
      shown({ questionKey: 'DF3', value: 'NO', mode: 'INHERITED' }),
    ];
    expect(progressOf(answers)).toEqual({
      answered: 3,
      applicable: 4,
      notApplicable: 1,
      notConfirmed: 1,
      missing: ['SA2', 'DF1'],
    });
  });
});
