import { evaluate, type Expression, type Facts, type FactValue, groundsOf } from './expression.js';
import { parseExpression } from './parse.js';

/** A sign of a pattern as the framework writes it; see `parseExpression` for the rule language. */
export interface SignalDefinition {
  readonly id: string;
  readonly expr: string;
  /** What it says once raised; facts stand in braces: "In pilot for {days_in_stage} days". */
  readonly say: string;
}

/** A failure pattern as the framework writes it. */
export interface PatternDefinition {
  readonly id: string;
  readonly applies: string;
  readonly signals: readonly (SignalDefinition & { readonly points: number })[];
  /** Over signal ids, `points` and facts; the first that holds is the verdict. */
  readonly verdict: { readonly confirmed: string; readonly likely: string; readonly watch: string };
  /** Over facts of the whole portfolio; they have no points and no verdict. */
  readonly portfolioSignals?: readonly SignalDefinition[];
}

export interface Signal {
  readonly id: string;
  readonly expression: Expression;
  readonly say: string;
}

/** A failure pattern that was understood. */
export interface Pattern {
  readonly id: string;
  readonly applies: Expression;
  readonly signals: readonly (Signal & { readonly points: number })[];
  readonly verdict: Readonly<Record<PatternVerdict, Expression>>;
  readonly portfolioSignals: readonly Signal[];
}

/** How sure a pattern is, the surest first. */
export type PatternVerdict = 'confirmed' | 'likely' | 'watch';

const VERDICTS: readonly PatternVerdict[] = ['confirmed', 'likely', 'watch'];

/** A pattern, or every place in its rules that was not understood. */
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
export function readPattern({
  id,
  applies,
  signals,
  verdict,
  portfolioSignals = [],
}: PatternDefinition): ReadPattern {
  const problems: { where: string; at: number; expected: string }[] = [];
  const read = (where: string, text: string): Expression => {
    const parsed = parseExpression(text);
    if (parsed.kind === 'expression') return parsed.expression;
    problems.push({ where, at: parsed.at, expected: parsed.expected });
    return { kind: 'truth-of', name: '' };
  };
  const signalOf = ({ id: signalId, expr, say }: SignalDefinition): Signal => ({
    id: signalId,
    expression: read(signalId, expr),
    say,
  });
  const pattern: Pattern = {
    id,
    applies: read('applies', applies),
    signals: signals.map((signal) => ({ ...signalOf(signal), points: signal.points })),
    verdict: {
      confirmed: read('verdict.confirmed', verdict.confirmed),
      likely: read('verdict.likely', verdict.likely),
      watch: read('verdict.watch', verdict.watch),
    },
    portfolioSignals: portfolioSignals.map(signalOf),
  };
  return problems.length > 0 ? { kind: 'not-understood', problems } : { kind: 'pattern', pattern };
}

/** A signal that holds, and why. */
export interface RaisedSignal {
  readonly id: string;
  /** Its sentence with the facts filled in; "–" where a fact that it names is not recorded. */
  readonly say: string;
  /** Those that made it hold, in the order of the rule; null is "recorded as none". */
  readonly facts: readonly { readonly name: string; readonly value: FactValue }[];
}

/** Which signals were found, and which could not be looked for. */
export interface CheckedSignals {
  readonly raised: readonly RaisedSignal[];
  /** Ids of the signals that could not be checked. */
  readonly unknown: readonly string[];
}

/** The signals with their points. */
export interface ScoredSignals extends CheckedSignals {
  /** Points of the raised signals. */
  readonly points: number;
  /** Points that could be checked / points of all signals. */
  readonly knownShare: number;
}

/** What a pattern says about one initiative. */
export type PatternReading =
  | { readonly kind: 'does-not-apply' }
  | ({ readonly kind: 'too-little-known' } & ScoredSignals)
  | ({ readonly kind: 'verdict'; readonly verdict: PatternVerdict | 'none' } & ScoredSignals);

/** House rule: no verdict when facts for less than this share of the points are recorded. */
export const MIN_KNOWN_SHARE = 0.6;

/** Checks a pattern against what is recorded of one initiative. An unknown fact raises nothing and clears nothing. */
export function evaluatePattern(
  pattern: Pattern,
  facts: Facts,
  minKnownShare = MIN_KNOWN_SHARE,
): PatternReading {
  if (evaluate(pattern.applies, facts) !== true) return { kind: 'does-not-apply' };
  const signals = checkSignals(pattern.signals, facts);
  const pointsOf = (ids: readonly string[]) =>
    pattern.signals.reduce((sum, { id, points }) => sum + (ids.includes(id) ? points : 0), 0);
  const raised = signals.raised.map(({ id }) => id);
  const all = pointsOf(pattern.signals.map(({ id }) => id));
  const scored: ScoredSignals = {
    ...signals,
    points: pointsOf(raised),
    knownShare: all === 0 ? 0 : (all - pointsOf(signals.unknown)) / all,
  };
  if (scored.knownShare < minKnownShare) return { kind: 'too-little-known', ...scored };
  const withSignals = new Map([
    ...facts,
    ...pattern.signals
      .filter(({ id }) => !signals.unknown.includes(id))
      .map(({ id }) => [id, raised.includes(id)] as const),
    ['points', scored.points] as const,
  ]);
  const verdict =
    VERDICTS.find((candidate) => evaluate(pattern.verdict[candidate], withSignals) === true) ?? 'none';
  return { kind: 'verdict', verdict, ...scored };
}

/** Checks a pattern's signs against facts of the whole portfolio: "more than 20 % have no sponsor". */
export function checkPortfolio(pattern: Pattern, facts: Facts): CheckedSignals {
  return checkSignals(pattern.portfolioSignals, facts);
}

function checkSignals(signals: readonly Signal[], facts: Facts): CheckedSignals {
  const results = signals.map((signal) => ({ ...signal, truth: evaluate(signal.expression, facts) }));
  return {
    raised: results
      .filter(({ truth }) => truth === true)
      .map(({ id, say, expression }) => ({
        id,
        say: sayWith(say, facts),
        facts: groundsOf(expression, facts).map((name) => ({ name, value: facts.get(name) ?? null })),
      })),
    unknown: results.filter(({ truth }) => truth === 'unknown').map(({ id }) => id),
  };
}

function sayWith(text: string, facts: Facts): string {
  return text.replace(/\{([^{}]*)\}/g, (_, name: string) => String(facts.get(name.trim()) ?? '–'));
}
