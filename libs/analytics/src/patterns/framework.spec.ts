import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type FactValue } from './expression.js';
import {
  checkPortfolio,
  evaluatePattern,
  type Pattern,
  type PatternDefinition,
  readPattern,
} from './pattern.js';

interface FrameworkPattern extends Omit<PatternDefinition, 'portfolioSignals'> {
  portfolio_signals?: PatternDefinition['portfolioSignals'];
}

const carried = JSON.parse(
  readFileSync(new URL('../../fixtures/failure_patterns.json', import.meta.url), 'utf8'),
) as { patterns: FrameworkPattern[] };
const beside = new URL('../../../../../shared/framework.yaml', import.meta.url);
const sources = [
  { from: 'the carried patterns', patterns: carried.patterns },
  ...(existsSync(beside)
    ? [
        {
          from: '../shared/framework.yaml',
          patterns: (
            parse(readFileSync(beside, 'utf8')) as { failure_patterns: { patterns: FrameworkPattern[] } }
          ).failure_patterns.patterns,
        },
      ]
    : []),
];

type FactTable = Record<string, FactValue>;

/** An initiative in order: every fact of every rule is known, and nothing is raised. */
const inOrder: Record<string, FactTable> = {
  PILOT_PURGATORY: {
    stage: 'pilot',
    days_in_stage: 100,
    pilot_limit_days: 365,
    next_stage_target_date: '2026-09-30',
    next_stage_target_overdue_days: 0,
    target_date_moves: 0,
    run_budget_approved: true,
    pilot_success_met: false,
    days_since_pilot_success: null,
    'answer(TM1)': 'yes',
    'answer(TM3)': 'partial',
    'answer(RC2)': 'yes',
    'answer(TO2)': 'na',
    days_since_update: 60,
  },
  DATA_BLIND_SPOT: {
    stage: 'production',
    'answer(DF1)': 'yes',
    'answer(DF2)': 'yes',
    'answer(DG2)': 'yes',
    'answer(RC1)': 'yes',
    'evidence_grade(DF2)': 1,
    next_stage_target_in_days: 30,
    critical_datasets_without_owner: 0,
    data_caused_incidents_90d: 0,
    relative_gap_offline_vs_production: 0.1,
    uses_personal_or_sensitive_data: true,
    'score(TM)': 83,
    'score(DF)': 50,
    gap: 33,
  },
  WEAK_SPONSORSHIP: {
    stage: 'production',
    'answer(SA1)': 'partial',
    'answer(SA2)': 'yes',
    'answer(SA3)': 'yes',
    'answer(TO3)': 'yes',
    sponsor: 'A. Person',
    sponsor_changes_12m: 1,
    sponsor_absent_last_gates: 0,
    spend_to_date: 400,
    spend_review_limit: 100,
    questions_with_rater_range_2: 2,
    benefit_unverified_quarters: 1,
    days_since_go_live: 200,
    active_users_vs_plan: 0.5,
    open_decision_days: 45,
  },
};

/** What raises each signal and nothing else; its sentence; the facts that it names as its reason. */
const raisedBy: [string, string, FactTable, string, FactTable?][] = [
  [
    'PILOT_PURGATORY',
    'PP1',
    { days_in_stage: 366 },
    'In pilot for 366 days; limit 365',
    { days_in_stage: 366, pilot_limit_days: 365 },
  ],
  [
    'PILOT_PURGATORY',
    'PP2',
    { next_stage_target_date: null, next_stage_target_overdue_days: null },
    'No dated plan for production, or the date passed more than 30 days ago',
    { next_stage_target_date: null },
  ],
  [
    'PILOT_PURGATORY',
    'PP2',
    { next_stage_target_overdue_days: 31 },
    'No dated plan for production, or the date passed more than 30 days ago',
  ],
  ['PILOT_PURGATORY', 'PP3', { target_date_moves: 2 }, 'Production date moved 2 times'],
  ['PILOT_PURGATORY', 'PP4', { run_budget_approved: false }, 'Nobody has approved the cost of running it'],
  [
    'PILOT_PURGATORY',
    'PP5',
    { pilot_success_met: true, days_since_pilot_success: 91 },
    'The pilot met its goal 91 days ago and nothing was decided',
  ],
  ['PILOT_PURGATORY', 'PP6', { 'answer(TM1)': 'no' }, 'No automated path to production'],
  ['PILOT_PURGATORY', 'PP7', { 'answer(TM3)': 'no' }, 'No versioning or rollback'],
  ['PILOT_PURGATORY', 'PP8', { 'answer(RC2)': 'partial' }, 'Security and privacy review not complete'],
  ['PILOT_PURGATORY', 'PP9', { 'answer(TO2)': 'no' }, 'Users and other functions are not yet involved'],
  ['PILOT_PURGATORY', 'PP10', { days_since_update: 61 }, 'No update for 61 days'],
  [
    'DATA_BLIND_SPOT',
    'DB1',
    { 'answer(DF2)': 'partial' },
    'In use without full data governance',
    { stage: 'production', 'answer(DF2)': 'partial' },
  ],
  [
    'DATA_BLIND_SPOT',
    'DB2',
    { 'answer(DF1)': 'partial' },
    'Next stage within 90 days while data access or quality is not ready',
    { 'answer(DF1)': 'partial', next_stage_target_in_days: 30 },
  ],
  ['DATA_BLIND_SPOT', 'DB3', { critical_datasets_without_owner: 4 }, '4 critical data sets have no owner'],
  ['DATA_BLIND_SPOT', 'DB4', { 'answer(DG2)': 'no' }, 'Quality rules are not automated'],
  ['DATA_BLIND_SPOT', 'DB5', { data_caused_incidents_90d: 1 }, '1 incidents caused by data in 90 days'],
  [
    'DATA_BLIND_SPOT',
    'DB6',
    { relative_gap_offline_vs_production: 0.11 },
    'Model quality in use is more than 10 % below the test result',
  ],
  [
    'DATA_BLIND_SPOT',
    'DB7',
    { 'answer(RC1)': 'no' },
    'People are affected and fairness is not fully tested',
    { uses_personal_or_sensitive_data: true, 'answer(RC1)': 'no' },
  ],
  [
    'DATA_BLIND_SPOT',
    'DB8',
    { 'score(DF)': 49, gap: 34 },
    'Technology is far ahead of data (gap 34 points)',
    { 'score(TM)': 83, 'score(DF)': 49 },
  ],
  [
    'DATA_BLIND_SPOT',
    'DB9',
    { 'evidence_grade(DF2)': 0 },
    'Governance is claimed without evidence',
    { 'answer(DF2)': 'yes', 'evidence_grade(DF2)': 0 },
  ],
  ['WEAK_SPONSORSHIP', 'WS1', { sponsor: null }, 'No sponsor'],
  ['WEAK_SPONSORSHIP', 'WS1', { 'answer(SA1)': 'no' }, 'No sponsor'],
  ['WEAK_SPONSORSHIP', 'WS2', { sponsor_changes_12m: 2 }, 'Sponsor changed 2 times in a year'],
  ['WEAK_SPONSORSHIP', 'WS3', { sponsor_absent_last_gates: 2 }, 'Sponsor missed the last two decisions'],
  [
    'WEAK_SPONSORSHIP',
    'WS4',
    { 'answer(SA2)': 'partial' },
    'In use without KPIs with baseline and target',
    { 'answer(SA2)': 'partial', stage: 'production' },
  ],
  [
    'WEAK_SPONSORSHIP',
    'WS5',
    { 'answer(SA3)': 'no' },
    'Spending without an agreed value model',
    { 'answer(SA3)': 'no', spend_to_date: 400, spend_review_limit: 100 },
  ],
  ['WEAK_SPONSORSHIP', 'WS6', { 'answer(TO3)': 'no' }, 'Business, IT and legal do not share the plan'],
  [
    'WEAK_SPONSORSHIP',
    'WS7',
    { questions_with_rater_range_2: 3 },
    'Functions answer 3 questions in opposite ways (yes against no)',
  ],
  [
    'WEAK_SPONSORSHIP',
    'WS8',
    { benefit_unverified_quarters: 2 },
    'Benefits claimed but not confirmed by finance for 2 quarters',
  ],
  [
    'WEAK_SPONSORSHIP',
    'WS9',
    { active_users_vs_plan: 0.49 },
    'Fewer than half of the planned users 90 days after start',
    { days_since_go_live: 200, active_users_vs_plan: 0.49 },
  ],
  ['WEAK_SPONSORSHIP', 'WS10', { open_decision_days: 46 }, 'A requested decision has been open for 46 days'],
];

describe.each(sources)('The three failure patterns of $from', ({ patterns }) => {
  const byId = new Map<string, Pattern>(
    patterns.map(({ portfolio_signals: portfolioSignals, ...definition }) => {
      const read = readPattern({ ...definition, portfolioSignals });
      if (read.kind === 'not-understood') throw new Error(JSON.stringify(read.problems));
      return [definition.id, read.pattern];
    }),
  );
  const check = (id: string, changes: FactTable, without: string[] = []) =>
    evaluatePattern(
      byId.get(id)!,
      new Map(Object.entries({ ...inOrder[id], ...changes }).filter(([name]) => !without.includes(name))),
    );

  it('are all there, and find nothing where all is in order', () => {
    expect([...byId.keys()]).toEqual(Object.keys(inOrder));
    for (const id of byId.keys())
      expect(check(id, {})).toEqual({
        kind: 'verdict',
        verdict: 'none',
        raised: [],
        unknown: [],
        points: 0,
        knownShare: 1,
      });
    const signals = [...byId.values()].flatMap((pattern) => pattern.signals.map((signal) => signal.id));
    expect([...new Set(raisedBy.map(([, signal]) => signal))]).toEqual(signals);
  });

  it.each(raisedBy)('%s: %s is raised by %j', (id, signal, facts, say, reasons = facts) => {
    const own = byId.get(id)!.signals.find((each) => each.id === signal)!;
    expect(check(id, facts)).toMatchObject({
      kind: 'verdict',
      raised: [{ id: signal, say, facts: Object.entries(reasons).map(([name, value]) => ({ name, value })) }],
      unknown: [],
      points: own.points,
      verdict: own.points >= 3 ? 'watch' : 'none',
    });
  });

  it.each<[string, FactTable, string, number]>([
    // More than ¾ of the limit alone is watched; over the limit and undecided is confirmed, whatever the points.
    ['PILOT_PURGATORY', { days_in_stage: 274 }, 'watch', 0],
    ['PILOT_PURGATORY', { days_in_stage: 366, run_budget_approved: false }, 'confirmed', 5],
    ['PILOT_PURGATORY', { days_in_stage: 366, target_date_moves: 3 }, 'likely', 5],
    ['DATA_BLIND_SPOT', { 'answer(DF2)': 'no', data_caused_incidents_90d: 2 }, 'confirmed', 6],
    ['DATA_BLIND_SPOT', { 'answer(DG2)': 'no', relative_gap_offline_vs_production: 0.2 }, 'likely', 5],
    ['WEAK_SPONSORSHIP', { sponsor: null, 'answer(TO3)': 'partial' }, 'confirmed', 5],
    [
      'WEAK_SPONSORSHIP',
      { sponsor_changes_12m: 2, benefit_unverified_quarters: 3, open_decision_days: 90 },
      'likely',
      5,
    ],
  ])('%s with %j is %s', (id, facts, verdict, points) => {
    expect(check(id, facts)).toMatchObject({ kind: 'verdict', verdict, points });
  });

  it('leave out what nobody was asked for, and give no verdict on little', () => {
    // DB3 and DB5 need facts that are recorded nowhere yet: 5 of 20 points.
    const unasked = ['critical_datasets_without_owner', 'data_caused_incidents_90d'];
    expect(
      check('DATA_BLIND_SPOT', { 'answer(DF2)': 'no', relative_gap_offline_vs_production: 0.2 }, unasked),
    ).toMatchObject({
      kind: 'verdict',
      verdict: 'confirmed',
      unknown: ['DB3', 'DB5'],
      knownShare: 0.75,
    });
    // The budget's 2 of 17 points: without them the limit alone is watched.
    expect(check('PILOT_PURGATORY', { days_in_stage: 366 }, ['run_budget_approved'])).toMatchObject({
      verdict: 'watch',
      unknown: ['PP4'],
      knownShare: 15 / 17,
    });
    // Known: PP1 (3), PP6 to PP9 (4) and PP10 (1) of 17.
    expect(
      check('PILOT_PURGATORY', { days_in_stage: 500 }, [
        'next_stage_target_date',
        'next_stage_target_overdue_days',
        'target_date_moves',
        'run_budget_approved',
        'pilot_success_met',
      ]),
    ).toMatchObject({ kind: 'too-little-known', points: 3, knownShare: 8 / 17 });
  });

  it('apply to the stages that they name', () => {
    expect(check('PILOT_PURGATORY', { stage: 'production' })).toEqual({ kind: 'does-not-apply' });
    expect(check('DATA_BLIND_SPOT', { stage: 'idea' })).toEqual({ kind: 'does-not-apply' });
    expect(check('WEAK_SPONSORSHIP', { stage: 'ended' })).toEqual({ kind: 'does-not-apply' });
  });

  it('look at the portfolio as a whole', () => {
    const checkAll = (facts: FactTable) =>
      checkPortfolio(byId.get('WEAK_SPONSORSHIP')!, new Map(Object.entries(facts)));
    expect(
      checkAll({
        share_active_without_objective: 0.41,
        share_active_with_vacant_sponsor: 0.2,
        median_open_decision_days: 31,
      }),
    ).toEqual({
      raised: [
        {
          id: 'WSP1',
          say: 'More than 40 % of active initiatives name no strategic objective',
          facts: [{ name: 'share_active_without_objective', value: 0.41 }],
        },
        {
          id: 'WSP3',
          say: 'Half of the requested decisions wait longer than 30 days',
          facts: [{ name: 'median_open_decision_days', value: 31 }],
        },
      ],
      unknown: [],
    });
    expect(checkAll({ share_active_with_vacant_sponsor: 0.21 })).toMatchObject({
      raised: [{ id: 'WSP2' }],
      unknown: ['WSP1', 'WSP3'],
    });
    expect(checkPortfolio(byId.get('PILOT_PURGATORY')!, new Map())).toEqual({ raised: [], unknown: [] });
  });
});
