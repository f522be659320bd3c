import { describe, expect, it } from '@jest/globals';
import { day } from '@pilotage/analytics';
import { type AssessmentId } from '../assessment/assessment.js';
import { start, type StartRequest, type StartSituation } from './starting.rules.js';

const id = (text: string) => text as AssessmentId;
interface Open {
  id: AssessmentId;
  correctsId: AssessmentId | null;
}
const request: StartRequest = { asOfOn: day('2026-06-30'), correctsId: null };
const situation: StartSituation<Open> = {
  today: day('2026-07-02'),
  open: null,
  sameDay: null,
  corrected: null,
};
const reason = (change: Partial<StartRequest>, changed: Partial<StartSituation<Open>> = {}) => {
  const outcome = start({ ...request, ...change }, { ...situation, ...changed });
  return outcome.kind === 'refused' ? `${outcome.path} ${outcome.reason}` : outcome.kind;
};

describe('start', () => {
  it('begins a round from 1970 to today', () => {
    expect(reason({})).toBe('start');
    expect(reason({ asOfOn: day('1970-01-01') })).toBe('start');
    expect(reason({ asOfOn: day('2026-07-02') })).toBe('start');
    expect(reason({ asOfOn: day('1969-12-31') })).toBe('asOfOn DAY_OUT_OF_RANGE');
    expect(reason({ asOfOn: day('2026-07-03') })).toBe('asOfOn DAY_OUT_OF_RANGE');
  });

  it('goes on with the open draft, whatever day was asked for', () => {
    const open = { id: id('draft'), correctsId: null };
    expect(start({ ...request, asOfOn: day('2026-03-31') }, { ...situation, open })).toEqual({
      kind: 'resume',
      draft: open,
    });
  });

  it('does not mistake a correction for a new round, nor the other way about', () => {
    const corrected = { id: id('old') };
    expect(reason({ correctsId: id('old') }, { corrected, open: { id: id('d'), correctsId: null } })).toBe(
      'correctsId DRAFT_OPEN',
    );
    expect(reason({}, { open: { id: id('d'), correctsId: id('old') } })).toBe('correctsId DRAFT_OPEN');
    expect(
      reason({ correctsId: id('old') }, { corrected, open: { id: id('d'), correctsId: id('old') } }),
    ).toBe('resume');
  });

  it('asks to correct instead of a second round on the same day', () => {
    expect(reason({}, { sameDay: { id: id('old') } })).toBe('asOfOn SAME_DAY');
    expect(
      reason({ correctsId: id('old') }, { sameDay: { id: id('old') }, corrected: { id: id('old') } }),
    ).toBe('start');
    expect(
      reason({ correctsId: id('old') }, { sameDay: { id: id('other') }, corrected: { id: id('old') } }),
    ).toBe('asOfOn SAME_DAY');
  });

  it('corrects only what is current', () => {
    expect(reason({ correctsId: id('old') })).toBe('correctsId NOT_CURRENT');
  });
});
