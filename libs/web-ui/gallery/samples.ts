import type {
  AnswerValue,
  BridgeData,
  FunnelBar,
  HeatMapData,
  QuarterLinesData,
  StackedAreasData,
  StepCurvesData,
  TimelineEntry,
} from '../src/index.js';

const labels = ['Q4 FY24', 'Q1 FY25', 'Q2 FY25', 'Q3 FY25', 'Q4 FY25', 'Q1 FY26', 'Q2 FY26', 'Q3 FY26'];
const quarters = labels.map((label, index) => ({ label, isFinished: index < labels.length - 1 }));

export const stacked: StackedAreasData = {
  quarters: quarters.map((quarter, index) => ({
    ...quarter,
    counts: {
      IDEA: [5, 6, 4, 5, 6, 5, 4, 5][index],
      PILOT: [3, 5, 7, 8, 9, 9, 8, 7][index],
      LIMITED_PRODUCTION: [1, 1, 2, 2, 3, 3, 3, 3][index],
      PRODUCTION: [1, 1, 2, 3, 3, 4, 5, 6][index],
      SCALED: [0, 0, 0, 1, 1, 1, 1, 1][index],
    },
  })),
};

export const curves: StepCurvesData = {
  curves: [
    {
      cause: 'PRODUCTION',
      points: [
        { months: 2.6, share: 0.083, lower: 0.004, upper: 0.32, atRisk: 12 },
        { months: 4.9, share: 0.17, lower: 0.025, upper: 0.43, atRisk: 11 },
        { months: 7.6, share: 0.26, lower: 0.06, upper: 0.53, atRisk: 9 },
        { months: 9.1, share: 0.38, lower: 0.11, upper: 0.65, atRisk: 7 },
        { months: 11.2, share: 0.502, lower: 0.18, upper: 0.76, atRisk: 5 },
        { months: 16.4, share: 0.58, lower: 0.21, upper: 0.83, atRisk: 3 },
      ],
    },
    {
      cause: 'STOPPED',
      points: [
        { months: 5.7, share: 0.09, lower: 0.005, upper: 0.33, atRisk: 10 },
        { months: 8.2, share: 0.18, lower: 0.03, upper: 0.45, atRisk: 8 },
        { months: 13.8, share: 0.26, lower: 0.05, upper: 0.55, atRisk: 4 },
      ],
    },
    {
      cause: 'RUNNING',
      points: [
        { months: 2.6, share: 0.917, atRisk: 12 },
        { months: 4.9, share: 0.83, atRisk: 11 },
        { months: 5.7, share: 0.74, atRisk: 10 },
        { months: 7.6, share: 0.65, atRisk: 9 },
        { months: 8.2, share: 0.56, atRisk: 8 },
        { months: 9.1, share: 0.44, atRisk: 7 },
        { months: 11.2, share: 0.318, atRisk: 5 },
        { months: 13.8, share: 0.238, atRisk: 4 },
        { months: 16.4, share: 0.16, atRisk: 3 },
        { months: 19.5, share: 0.16, atRisk: 1 },
      ],
    },
  ],
  riskTable: [0, 3, 6, 9, 12, 15, 18].map((months, index) => ({
    months,
    watched: [12, 11, 9, 7, 5, 3, 2][index] ?? 0,
    inProduction: [0, 1, 2, 3, 5, 5, 6][index] ?? 0,
    stopped: [0, 0, 1, 2, 2, 3, 3][index] ?? 0,
  })),
  horizons: [
    { months: 6, share: 0.17, lower: 0.025, upper: 0.43, atRisk: 9 },
    { months: 12, share: 0.502, lower: 0.18, upper: 0.76, atRisk: 5 },
    { months: 18, share: null, atRisk: 2, reason: 'only 2 are still watched; 5 are needed' },
  ],
};

export const bridge: BridgeData = {
  fromLabel: 'Q2 FY26',
  toLabel: 'Q3 FY26',
  start: 47.5,
  end: 55,
  parts: [
    { key: 'continuing', value: 5.25, count: 14 },
    { key: 'newInitiatives', value: -1.15, count: 2 },
    { key: 'newlyRated', value: 0.42, count: 1 },
    { key: 'ended', value: 2.98, count: 1 },
    { key: 'becameStale', value: 0, count: 0 },
  ],
};

export const byStage: QuarterLinesData = {
  quarters: quarters.map((quarter, index) => ({
    ...quarter,
    rated: { n: [4, 6, 9, 12, 15, 17, 18, 14][index] ?? 0, of: 22 },
  })),
  series: [
    {
      key: 'PRODUCTION',
      label: 'Production',
      values: [null, null, 66, 71, 74, 78, 81, 80].map((value) => ({
        value,
        n: value === null ? 0 : 3,
        coverage: 0.95,
      })),
    },
    {
      key: 'LIMITED_PRODUCTION',
      label: 'Limited production',
      values: [58, null, null, 61, 60, 66, 67, 70].map((value) => ({
        value,
        n: value === null ? 0 : 2,
        coverage: 0.9,
      })),
    },
    {
      key: 'PILOT',
      label: 'Pilot',
      values: [34, 38, 41, 40, 46, 49, 52, 55].map((value, index) => ({
        value,
        n: 5,
        coverage: index === 2 ? 0.7 : 0.9,
      })),
    },
    {
      key: 'IDEA',
      label: 'Idea',
      values: [22, null, 27, null, 30, 28, 33, null].map((value) => ({
        value,
        n: value === null ? 0 : 2,
        coverage: 0.85,
      })),
    },
  ],
};

const names = {
  SA: 'Strategic alignment',
  DF: 'Data foundation',
  TM: 'Technology & MLOps',
  TO: 'Talent & organisation',
  RC: 'Risk & compliance',
} as const;
export const dimensions = (Object.keys(names) as (keyof typeof names)[]).map((key) => ({
  key,
  label: names[key],
}));

const dimensionValues: Record<keyof typeof names, [number, number]> = {
  SA: [52, 71],
  DF: [38, 41],
  TM: [33, 52],
  TO: [45, 44],
  RC: [60, 68],
};
export const byDimension: QuarterLinesData = {
  quarters,
  series: dimensions.map(({ key, label }, index) => ({
    key,
    label,
    values: quarters.map((_, quarter) => {
      const [from, to] = dimensionValues[key];
      const value = from + ((to - from) * quarter) / 7 + ((quarter * 7 + index * 5) % 4);
      return {
        value: quarter === 3 && index === 2 ? null : value,
        n: 12,
        coverage: index === 3 ? 0.72 : 0.93,
      };
    }),
  })),
};

export const slopes = dimensions.map(({ key, label }) => ({
  key,
  label,
  from: key === 'TM' ? null : dimensionValues[key][0],
  to: dimensionValues[key][1],
}));

const questions = dimensions.flatMap(({ key }) =>
  [1, 2, 3].map((number) => ({
    key: `${key}${number}`,
    dimension: key,
    text: 'Is there clear executive sponsorship for AI scaling?',
  })),
);
const codes: Record<string, AnswerValue | null> = {
  Y: 'YES',
  P: 'PARTIAL',
  N: 'NO',
  A: 'NOT_APPLICABLE',
  '.': null,
};
const answers = (row: string) =>
  Object.fromEntries(questions.map(({ key }, index) => [key, codes[row[index] ?? '.'] ?? null]));
export const heat: HeatMapData = {
  questions,
  rows: [
    { key: '1', label: 'Claims triage', answers: answers('YYPYPPYYNYPPYYY'), result: '77' },
    {
      key: '2',
      label: 'Fraud detection v2, motor and household',
      answers: answers('YPPNPNPPNYPNYPP'),
      result: '47',
    },
    { key: '3', label: 'Pricing assistant', answers: answers('PNPNNPPN.AP.YPN'), result: '35' },
    { key: '4', label: 'Call summaries', answers: answers('YYYYYPYYYYPYYYY'), result: '93' },
    { key: '5', label: 'Document intake', answers: answers('YPYP....PYPPAPY') },
  ],
};

export const funnel: FunnelBar[] = [
  { key: 'PILOT', label: 'Pilot', value: 5, of: 14, stage: 'PILOT' },
  { key: 'LIMITED_PRODUCTION', label: 'Limited production', value: 2, of: 3, stage: 'LIMITED_PRODUCTION' },
  { key: 'PRODUCTION', label: 'Production', value: 1, of: 6, stage: 'PRODUCTION' },
];

export const timeline: TimelineEntry[] = [
  {
    id: '5',
    kind: 'EVENT',
    stage: 'PRODUCTION',
    on: { on: '2026-08-12', precision: 'DAY' },
    reason: 'Go-live decision of the claims board',
    origin: 'Recorded by M. Okafor on 14 Aug 2026',
  },
  {
    id: '4',
    kind: 'EVENT',
    stage: 'LIMITED_PRODUCTION',
    on: { on: '2026-03-01', precision: 'MONTH' },
    days: 164,
    origin: 'Recorded by M. Okafor on 2 Apr 2026',
  },
  {
    id: '3',
    kind: 'EVENT',
    stage: 'LIMITED_PRODUCTION',
    on: { on: '2026-01-01', precision: 'QUARTER' },
    isSuperseded: true,
    reason: 'Corrected: it was March',
    origin: 'Recorded by J. Lind on 12 Feb 2026',
  },
  {
    id: '2',
    kind: 'OBSERVATION',
    stage: 'PILOT',
    on: { on: '2025-06-30', precision: 'DAY' },
    origin: 'Import inventory-2025.csv',
  },
  {
    id: '1',
    kind: 'EVENT',
    stage: 'IDEA',
    on: { on: '2024-01-01', precision: 'YEAR' },
    origin: 'Import inventory-2025.csv',
  },
];
