import { describe, expect, it } from '@jest/globals';
import '../../../shared/i18n.js';
import type { QuestionGates, WorkInitiative } from './my-work.graphql.js';
import { needsText } from './needs.js';

const question = (key: string, minimum: 'YES' | 'PARTIAL'): QuestionGates[number] => ({
  key,
  gates: [
    { stage: 'PILOT', minimum: 'NO' },
    { stage: 'LIMITED_PRODUCTION', minimum },
  ],
});
const questions = [question('DF1', 'YES'), question('TM1', 'PARTIAL')];
const assessed = (...blocking: string[]): WorkInitiative['currentAssessment'] => ({
  id: 'a',
  asOfOn: '2026-03-31',
  gates: [{ stage: 'LIMITED_PRODUCTION', blocking }],
});

describe('what the next stage needs', () => {
  it('is each question below its gate with the least answer asked for', () => {
    expect(needsText('PILOT', assessed('DF1', 'TM1'), questions)).toBe('DF1 Yes, TM1 Partial');
    expect(needsText('PILOT', assessed('DF1', 'TM1', 'X1', 'X2', 'X3'), questions)).toBe(
      'DF1 Yes, TM1 Partial, X1 and 2 more',
    );
  });

  it('is nothing where nothing blocks, no stage follows, or nobody assessed it', () => {
    expect(needsText('PILOT', assessed(), questions)).toBeNull();
    expect(needsText('SCALED', assessed('DF1'), questions)).toBeNull();
    expect(needsText('PILOT', null, questions)).toBeNull();
  });
});
