import {
  DIMENSIONS,
  QuarterLines,
  STAGES,
  stageLabel,
  type DimensionKey,
  type LineQuarter,
  type LineSeries,
} from '@pilotage/web-ui';
import { i18n } from '../../i18n.js';
import { useTenant } from '../../session/tenant-context.js';
import { HowComputed } from '../../method/how-computed.js';
import { useFrameworkNames } from '../framework-names.js';
import { howByDimension, howByStage } from './definitions.js';
import type { QuarterPoint } from './trend.graphql.js';

interface LinesProps {
  readonly quarters: readonly QuarterPoint[];
}

const NO_DATA = { value: null, n: 0 };

/** Readiness per quarter, a line per stage. */
export function StageLines({ quarters }: LinesProps) {
  const { settings } = useTenant();
  const latest = quarters.at(-1)?.readiness;
  const series = STAGES.map((stage): LineSeries => ({
    key: stage,
    label: stageLabel(stage),
    values: quarters.map(
      ({ byStage }) => byStage.find((entry) => entry.stage === stage)?.readiness ?? NO_DATA,
    ),
  }));
  return (
    <QuarterLines
      title={i18n._('Readiness by stage')}
      quarters={quarters.map(lineQuarter)}
      series={series.filter(hasData)}
      emptyText={nothingRated()}
      explain={latest && <HowComputed {...howByStage(latest, settings.cadenceQuarters)} />}
    />
  );
}

/** Readiness per quarter, a line per dimension, with how much of it was answered. */
export function DimensionLines({ quarters }: LinesProps) {
  const names = useFrameworkNames();
  const latest = quarters.at(-1)?.readiness;
  const series = DIMENSIONS.map((key: DimensionKey): LineSeries => ({
    key,
    label: names.dimensionName(key),
    values: quarters.map(
      ({ byDimension }) => byDimension.find(({ dimensionKey }) => dimensionKey === key) ?? NO_DATA,
    ),
  }));
  return (
    <QuarterLines
      title={i18n._('Readiness by dimension')}
      quarters={quarters.map(lineQuarter)}
      series={series.filter(hasData)}
      emptyText={nothingRated()}
      explain={latest && <HowComputed {...howByDimension(latest)} />}
    />
  );
}

const lineQuarter = ({ quarter, readiness }: QuarterPoint): LineQuarter => ({
  label: quarter.label,
  isFinished: quarter.isFinished,
  rated: { n: readiness.n, of: readiness.active },
});

const hasData = ({ values }: LineSeries): boolean => values.some(({ value }) => value !== null);

const nothingRated = (): string =>
  i18n._(
    'No initiative had a current assessment in these quarters. Assess a few and their mean appears here.',
  );
