import { describe, expect, it } from '@jest/globals';
import { currentFramework, framework } from './catalogue.js';

describe('the built-in framework', () => {
  const builtIn = currentFramework();

  it('asks 15 questions, three of each of five dimensions of equal weight', () => {
    expect(builtIn.dimensions.map(({ key, weight }) => `${key} ${weight}`)).toEqual([
      'SA 20',
      'DF 20',
      'TM 20',
      'TO 20',
      'RC 20',
    ]);
    for (const { key } of builtIn.dimensions) {
      expect(builtIn.questions.filter(({ dimension }) => dimension === key)).toHaveLength(3);
    }
  });

  it('asks three of the organisation, four of the initiative and eight of both', () => {
    const keys = (scope: string) => builtIn.questions.filter((q) => q.scope === scope).map((q) => q.key);
    expect(keys('ORGANISATION')).toEqual(['DF3', 'TM2', 'TO3']);
    expect(keys('INITIATIVE')).toEqual(['SA2', 'DF1', 'TM3', 'RC1']);
    expect(keys('BOTH')).toEqual(['SA1', 'SA3', 'DF2', 'TM1', 'TO1', 'TO2', 'RC2', 'RC3']);
  });

  it('never asks less of a later stage', () => {
    const rank = { NO: 0, PARTIAL: 1, YES: 2 };
    for (const { gates } of builtIn.questions) {
      const asked = [gates.PILOT, gates.LIMITED_PRODUCTION, gates.PRODUCTION, gates.SCALED].map(
        (a) => rank[a],
      );
      expect(asked).toEqual([...asked].sort());
    }
  });

  it('cannot be changed by whoever reads it', () => {
    expect(() => Object.assign(builtIn.questions[0]!.gates, { PILOT: 'NO' })).toThrow(TypeError);
    expect(() => (builtIn.dimensions as unknown[]).push({})).toThrow(TypeError);
  });

  it('is found by id and version', () => {
    expect(framework('ai-scaling-readiness', 1)).toBe(builtIn);
    expect(framework('ai-scaling-readiness')).toBe(builtIn);
    expect(framework('ai-scaling-readiness', 99)).toBeNull();
    expect(framework('another')).toBeNull();
  });
});
