import { assembleExecutiveQuarter } from '../executive/assemble-executive-quarter.js';
import { METHOD_VERSION } from '../executive/executive-quarter.wording.js';
import { assembleTimeToProduction } from '../time-to-production/assemble-time-to-production.js';
import { assembleTrend } from '../trend/assemble-trend.js';
import { type Figures } from '../trend/figures.js';
import { figuresOf } from '../trend/figures-of-facts.js';
import { digestOf, rounded } from '../period/canonical-json.js';
import { pilotsOf, type ReportInputs } from './report-inputs.js';
import { type ReportManifest, type ReportRequest, type ReportResult } from './report.js';

/** Changes when the same inputs can give another result. */
export const ENGINE_VERSION = '3';

export interface ComputedReport {
  readonly result: ReportResult;
  readonly resultDigest: string;
  readonly manifest: ReportManifest;
}

/** The report from its inputs; the same inputs always give the same result and digests. */
export function computeReport(request: ReportRequest, inputs: ReportInputs): ComputedReport {
  const result = rounded(resultOf(inputs));
  const resultDigest = digestOf(result);
  const [first, last] = [inputs.quarters[0], inputs.quarters.at(-1)];
  if (!first || !last) throw new RangeError('A report needs a period.');
  const manifest: ReportManifest = {
    engineVersion: ENGINE_VERSION,
    nodeVersion: process.versions.node,
    methodVersion: METHOD_VERSION,
    inputDigest: digestOf(inputs),
    resultDigest,
    counts: countsOf(inputs),
    from: request.kind === 'TIME_TO_PRODUCTION' ? last.from : first.from,
    to: last.to,
    knownAt: request.knownAt.toISOString(),
    filter: request.filter,
    frameworks: frameworksOf(inputs),
  };
  return { result, resultDigest, manifest };
}

/** The result alone; not rounded. */
export function resultOf(inputs: ReportInputs): ReportResult {
  const { kind, quarters, asOf, logs, registers } = inputs;
  switch (kind) {
    case 'TREND':
      return {
        kind,
        trend: assembleTrend(quarters, figuresOfInputs(inputs)),
      };
    case 'TIME_TO_PRODUCTION':
      return { kind, timeToProduction: assembleTimeToProduction({ asOf, logs, registers }) };
    case 'EXECUTIVE_QUARTER':
      return {
        kind,
        executiveQuarter: assembleExecutiveQuarter({
          quarters,
          figures: figuresOfInputs(inputs),
          timeToProduction: assembleTimeToProduction({ asOf, logs, registers }),
          moves: inputs.moves,
          pilots: pilotsOf(inputs),
          pilotLimitDays: inputs.pilotLimitDays,
          today: inputs.today,
        }),
      };
  }
}

const figuresOfInputs = ({ quarters, facts, dimensionScores, active }: ReportInputs): Figures =>
  figuresOf(quarters, facts, dimensionScores, active);

function countsOf({ facts, dimensionScores, logs, moves }: ReportInputs): ReportManifest['counts'] {
  const records = logs.reduce(
    (sum, { events, observations }) => sum + events.length + observations.length,
    0,
  );
  return [
    { name: 'facts', count: facts.length },
    { name: 'initiatives', count: new Set([...facts, ...logs].map(({ initiativeId }) => initiativeId)).size },
    { name: 'assessments', count: new Set(facts.flatMap(({ assessmentId }) => assessmentId ?? [])).size },
    { name: 'dimension scores', count: dimensionScores.length },
    { name: 'stage records', count: records },
    { name: 'stage moves', count: moves.length },
  ];
}

function frameworksOf({ facts }: ReportInputs): string[] {
  const used = facts.flatMap(({ frameworkId, frameworkVersion }) =>
    frameworkId === null ? [] : [`${frameworkId} ${frameworkVersion}`],
  );
  return [...new Set(used)].sort();
}
