import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate, type Facts, type FactValue, groundsOf } from './expression.js';
import { answerFact } from './facts.js';
import { parseExpression } from './parse.js';
import { evaluatePattern, type PatternDefinition, readPattern } from './pattern.js';

function truthOf(text: string, facts: Record<string, FactValue> = {}) {
  const parsed = parseExpression(text);
  if (parsed.kind === 'not-understood') throw new Error(`${parsed.expected} at ${parsed.at}`);
  return evaluate(parsed.expression, new Map(Object.entries(facts)));
}

describe('The rule language', () => {
  it.each<[string, Record<string, FactValue>, boolean | 'unknown']>([
    ['days_in_stage > pilot_limit_days', { days_in_stage: 400, pilot_limit_days: 365 }, true],
    ['days_in_stage > 0.75 * pilot_limit_days', { days_in_stage: 270, pilot_limit_days: 365 }, false],
    ['score(TM) - score(DF) >= 34', { 'score(TM)': 83, 'score(DF)': 40 }, true],
    ['a > 1 + 2 * 3', { a: 8 }, true],
    ['stage in [pilot, limited_production]', { stage: 'pilot' }, true],
    ['stage not_in [pilot]', { stage: 'pilot' }, false],
    ['run_budget_approved == false', { run_budget_approved: false }, true],
    ['sponsor is_null', { sponsor: null }, true],
    ['sponsor not_null', { sponsor: 'somebody' }, true],
    ['sponsor is_null', {}, 'unknown'],
    ['answer(TM1) == no', { 'answer(TM1)': 'no' }, true],
    ['answer(RC2) != yes', { 'answer(RC2)': 'partial' }, true],
    ['answer(RC2) != yes', { 'answer(RC2)': null }, 'unknown'],
    ['answer(RC2) != yes', { 'answer(RC2)': 'na' }, false],
    ['answer(DF1) not_in [yes]', { 'answer(DF1)': 'na' }, false],
    ['answer(DF1) in [no, partial]', {}, 'unknown'],
    ['days > 3', { days: 'many' }, 'unknown'],
    // and binds tighter than or.
    ['a == 1 or b == 1 and c == 1', { a: 1, b: 0, c: 0 }, true],
    ['(a == 1 or b == 1) and c == 1', { a: 1, b: 0, c: 0 }, false],
    // What is unknown is decided by the rest where the rest can.
    ['a == 1 or b == 1', { a: 1 }, true],
    ['a == 1 or b == 1', { a: 0 }, 'unknown'],
    ['a == 1 and b == 1', { a: 0 }, false],
    ['a == 1 and b == 1', { a: 1 }, 'unknown'],
    ['x in [a, b]', { x: 1, a: 2 }, 'unknown'],
    ['x in [a, b]', { x: 1, b: 1 }, true],
    ['x not_in [a, b]', { x: 1, b: 1 }, false],
    ['x not_in [a]', { x: 1 }, 'unknown'],
    ['x not_in [1, 2]', { x: null }, 'unknown'],
    ['change < -5', { change: -6 }, true],
    ['change > -5 + 2 * -1', { change: -7 }, false],
    ['days > min(max(2 * planned, 180), 365)', { days: 181, planned: 60 }, true],
    ['days > min(max(2 * planned, 180), 365)', { days: 366, planned: 900 }, true],
    ['days > min(max(2 * planned, 180), 365)', { days: 365, planned: 900 }, false],
    ['days > min(max(2 * planned, 180), 365)', { days: 900 }, 'unknown'],
    ['min == 1', { min: 1 }, true],
  ])('%s with %j is %s', (text, facts, expected) => {
    expect(truthOf(text, facts)).toBe(expected);
  });

  it.each([
    ['', 0, 'a number, a word or a fact'],
    ['a >', 3, 'a number, a word or a fact'],
    ['a = 1', 2, 'and, or, or the end'],
    ['(a == 1', 7, ')'],
    ['a in pilot', 5, '['],
    ['3', 1, 'a comparison'],
    ['a == 1 b', 7, 'and, or, or the end'],
    ['answer() == yes', 7, 'an id'],
    ['a == -b', 6, 'a number'],
    ['min() == 1', 4, 'a number, a word or a fact'],
    ['min(1, 2 == 1', 9, ')'],
    ['a in [1', 7, ']'],
    [`${'('.repeat(51)}a == 1${')'.repeat(51)}`, 51, 'fewer brackets'],
    [`${'max('.repeat(51)}1${')'.repeat(51)} == 1`, 204, 'fewer brackets'],
    [' '.repeat(2001), 2000, 'the end'],
  ])('does not understand %j', (text, at, expected) => {
    expect(parseExpression(text)).toEqual({ kind: 'not-understood', at, expected });
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(
          fc.constantFrom('a', 'and', 'or', '(', ')', '==', '>', '1', 'in', '[', ']', 'is_null', '*', '-'),
        ),
        (text, words) => {
          for (const candidate of [text, words.join(' ')])
            expect(['expression', 'not-understood']).toContain(parseExpression(candidate).kind);
        },
      ),
    );
  });

  it('reads up to fifty brackets within each other, and any number one after the other', () => {
    expect(truthOf(`${'('.repeat(50)}a == 1${')'.repeat(50)}`, { a: 1 })).toBe(true);
    expect(truthOf(Array<string>(60).fill('(a == 2)').join(' or '), { a: 1 })).toBe(false);
    expect(truthOf(Array<string>(150).fill('a == 1').join(' and '), { a: 1 })).toBe(true);
  });

  it('reads over spaces', () => {
    expect(truthOf(`  a==1${' '.repeat(1990)}`, { a: 1 })).toBe(true);
  });

  it('knows which facts made a rule hold', () => {
    const grounds = (text: string, facts: Record<string, FactValue>) => {
      const parsed = parseExpression(text);
      return parsed.kind === 'expression'
        ? groundsOf(parsed.expression, new Map(Object.entries(facts)))
        : null;
    };
    expect(grounds('a == 1 and (b == 1 or c == 1 or c == 2)', { a: 1, b: 0, c: 2 })).toEqual(['a', 'c']);
    expect(grounds('a > 2 * min(b, 7) or s', { a: 9, b: 3, s: true })).toEqual(['a', 'b', 's']);
    expect(grounds('a in [b] or c is_null', { a: 1, b: 1, c: null })).toEqual(['a', 'b', 'c']);
    expect(grounds('a == 1', { a: 2 })).toEqual([]);
  });

  it("keeps Kleene's logic: what an unknown fact leaves open is never decided otherwise by it", () => {
    const names = ['a', 'b', 'c'];
    const atom = fc
      .record({
        name: fc.constantFrom(...names),
        form: fc.constantFrom('== 1', '!= 1', 'in [1, 2]', 'not_in [b, 3]'),
      })
      .map(({ name, form }) => `${name} ${form}`);
    const rule = fc
      .tuple(
        fc.array(atom, { minLength: 1, maxLength: 4 }),
        fc.array(fc.constantFrom('and', 'or'), { minLength: 4, maxLength: 4 }),
      )
      .map(([atoms, joins]) => atoms.map((own, index) => (index ? `${joins[index]} ${own}` : own)).join(' '));
    fc.assert(
      fc.property(
        rule,
        fc.record({ a: fc.nat(3), b: fc.nat(3), c: fc.nat(3) }),
        fc.subarray(names),
        (text, all, known) => {
          const partly = truthOf(
            text,
            Object.fromEntries(Object.entries(all).filter(([name]) => known.includes(name))),
          );
          if (partly !== 'unknown') expect(truthOf(text, all)).toBe(partly);
          if (known.length === names.length) expect(partly).not.toBe('unknown');
        },
      ),
    );
  });

  it('writes answers as words', () => {
    expect((['YES', 'PARTIAL', 'NO', 'NOT_APPLICABLE', null] as const).map(answerFact)).toEqual([
      'yes',
      'partial',
      'no',
      'na',
      null,
    ]);
  });
});

const definition: PatternDefinition = {
  id: 'SPONSOR',
  applies: 'stage in [idea, pilot]',
  signals: [
    { id: 'S1', points: 3, expr: 'answer(SA1) == no or sponsor is_null', say: 'No sponsor' },
    { id: 'S2', points: 2, expr: 'sponsor_changes_12m >= 2', say: 'Changed {sponsor_changes_12m} times' },
    { id: 'S3', points: 2, expr: 'answer(TO3) != yes', say: 'Plan not shared' },
    {
      id: 'S4',
      points: 3,
      expr: 'open_decision_days > 45',
      say: 'Open for {open_decision_days} days, by {who}',
    },
  ],
  verdict: {
    confirmed: 'S1 and (S3 or S4)',
    likely: 'points >= 5',
    watch: 'points >= 3 or open_decision_days > 30',
  },
};

describe('A failure pattern', () => {
  const read = readPattern(definition);
  if (read.kind !== 'pattern') throw new Error('not understood');
  const check = (facts: Record<string, FactValue>) =>
    evaluatePattern(read.pattern, new Map(Object.entries({ stage: 'pilot', ...facts })));
  const all = {
    'answer(SA1)': 'yes',
    sponsor: 'somebody',
    sponsor_changes_12m: 0,
    'answer(TO3)': 'yes',
    open_decision_days: 0,
  };

  it('takes the strongest verdict that holds', () => {
    expect(check(all)).toMatchObject({
      kind: 'verdict',
      verdict: 'none',
      points: 0,
      raised: [],
      knownShare: 1,
    });
    expect(check({ ...all, open_decision_days: 31 })).toMatchObject({ verdict: 'watch', points: 0 });
    // S2 and S4: 2 + 3 points.
    expect(check({ ...all, sponsor_changes_12m: 3, open_decision_days: 60 })).toMatchObject({
      verdict: 'likely',
      points: 5,
      raised: [
        { id: 'S2', say: 'Changed 3 times', facts: [{ name: 'sponsor_changes_12m', value: 3 }] },
        { id: 'S4', say: 'Open for 60 days, by –', facts: [{ name: 'open_decision_days', value: 60 }] },
      ],
    });
    expect(check({ ...all, sponsor: null, open_decision_days: 60 })).toMatchObject({
      verdict: 'confirmed',
      raised: [{ id: 'S1', facts: [{ name: 'sponsor', value: null }] }, { id: 'S4' }],
    });
  });

  it('gives no verdict when less than 60 % of the points could be checked', () => {
    // Known: S1 by its answer (3 of 10); with S4 6 of 10.
    expect(check({ 'answer(SA1)': 'no' })).toMatchObject({
      kind: 'too-little-known',
      knownShare: 0.3,
      unknown: ['S2', 'S3', 'S4'],
    });
    expect(check({ 'answer(SA1)': 'no', open_decision_days: 60 })).toMatchObject({
      kind: 'verdict',
      verdict: 'confirmed',
      knownShare: 0.6,
    });
  });

  it('applies only where it says', () => {
    expect(check({ ...all, stage: 'scaled' })).toEqual({ kind: 'does-not-apply' });
    expect(evaluatePattern(read.pattern, new Map() as Facts)).toEqual({ kind: 'does-not-apply' });
  });

  it('reports all rules that are not understood', () => {
    expect(
      readPattern({
        ...definition,
        applies: '==',
        verdict: { ...definition.verdict, watch: 'points >=' },
        portfolioSignals: [{ id: 'P1', expr: '', say: '' }],
      }),
    ).toEqual({
      kind: 'not-understood',
      problems: [
        { where: 'applies', at: 0, expected: 'a number, a word or a fact' },
        { where: 'verdict.watch', at: 9, expected: 'a number, a word or a fact' },
        { where: 'P1', at: 0, expected: 'a number, a word or a fact' },
      ],
    });
  });
});
