import { evaluate, type Expression, type Facts } from './expression.js';
import { parseExpression } from './parse.js';

/** A failure pattern as the framework writes it; see `parseExpression` for the rule language. */
export interface PatternDefinition {
  readonly id: string;
  readonly applies: string;
  readonly signals: readonly { readonly id: string; readonly points: number; readonly expr: string }[];
  /** Over signal ids, `points` and facts; the first that holds is the verdict. */
  readonly verdict: { readonly confirmed: string; readonly likely: string; readonly watch: string };
}

export interface Pattern {
  readonly id: string;
  readonly applies: Expression;
  readonly signals: readonly {
    readonly id: string;
    readonly points: number;
    readonly expression: Expression;
  }[];
  readonly verdict: Readonly<Record<PatternVerdict, Expression>>;
}

export type PatternVerdict = 'confirmed' | 'likely' | 'watch';

const VERDICTS: readonly PatternVerdict[] = ['confirmed', 'likely', 'watch'];

export type ReadPattern =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | {
      readonly kind: 'not-understood';
      readonly problems: readonly {
        readonly where: string;
        readonly at: number;
        readonly expected: string;
      }[];
    };

/** Reads all rules of a pattern and reports every one that is not understood. */
export function readPattern({ id, applies, signals, verdict }: PatternDefinition): ReadPattern {
  const problems: { where: string; at: number; expected: string }[] = [];
  const read = (where: string, text: string): Expression => {
    const parsed = parseExpression(text);
    if (parsed.kind === 'expression') return parsed.expression;
    problems.push({ where, at: parsed.at, expected: parsed.expected });
    return { kind: 'truth-of', name: '' };
  };
  const pattern: Pattern = {
    id,
    applies: read('applies', applies),
    signals: signals.map((signal) => ({
      id: signal.id,
      points: signal.points,
      expression: read(signal.id, signal.expr),
    })),
    verdict: {
      confirmed: read('verdict.confirmed', verdict.confirmed),
      likely: read('verdict.likely', verdict.likely),
      watch: read('verdict.watch', verdict.watch),
    },
  };
  return problems.length > 0 ? { kind: 'not-understood', problems } : { kind: 'pattern', pattern };
}

export interface CheckedSignals {
  readonly raised: readonly string[];
  readonly unknown: readonly string[];
  /** Points of the raised signals. */
  readonly points: number;
  /** Points that could be checked / points of all signals. */
  readonly knownShare: number;
}

export type PatternReading =
  | { readonly kind: 'does-not-apply' }
  | ({ readonly kind: 'too-little-known' } & CheckedSignals)
  | ({ readonly kind: 'verdict'; readonly verdict: PatternVerdict | 'none' } & CheckedSignals);

/** House rule: no verdict when facts for less than this share of the points are recorded. */
export const MIN_KNOWN_SHARE = 0.6;

/** Checks a pattern against what is recorded of one initiative. An unknown fact raises nothing and clears nothing. */
export function evaluatePattern(
  pattern: Pattern,
  facts: Facts,
  minKnownShare = MIN_KNOWN_SHARE,
): PatternReading {
  if (evaluate(pattern.applies, facts) !== true) return { kind: 'does-not-apply' };
  const results = pattern.signals.map((signal) => ({ ...signal, truth: evaluate(signal.expression, facts) }));
  const pointsOf = (signals: readonly { readonly points: number }[]) =>
    signals.reduce((sum, { points }) => sum + points, 0);
  const raised = results.filter(({ truth }) => truth === true);
  const unknown = results.filter(({ truth }) => truth === 'unknown');
  const all = pointsOf(results);
  const checked: CheckedSignals = {
    raised: raised.map(({ id }) => id),
    unknown: unknown.map(({ id }) => id),
    points: pointsOf(raised),
    knownShare: all === 0 ? 0 : (all - pointsOf(unknown)) / all,
  };
  if (checked.knownShare < minKnownShare) return { kind: 'too-little-known', ...checked };
  const withSignals = new Map([
    ...facts,
    ...results.flatMap(({ id, truth }): [string, boolean][] => (truth === 'unknown' ? [] : [[id, truth]])),
    ['points', checked.points] as const,
  ]);
  const verdict =
    VERDICTS.find((candidate) => evaluate(pattern.verdict[candidate], withSignals) === true) ?? 'none';
  return { kind: 'verdict', verdict, ...checked };
}
