import { scaleLinear } from 'd3-scale';
import { area, line } from '@visx/shape';
import { i18n } from '../../words/i18n.js';
import { formatNumber } from '../../words/numbers.js';
import { px } from '../../chart/layout.js';
import { usePaint } from '../../theme/paint.js';
import { runsOf } from '../stacked-areas/geometry.js';

interface SparklineProps {
  /** What it shows, like "Initiatives in production, last 8 quarters". */
  label: string;
  /** Oldest first; null where there is no data, and the line has a gap. */
  values: readonly (number | null)[];
  /** Default: from 0 to the greatest value. */
  domain?: readonly [number, number];
  /** The last value is of a quarter that still runs: hollow dot. */
  isLastRunning?: boolean;
  width?: number;
  height?: number;
}

interface SparkPoint {
  x: number;
  y: number;
  index: number;
}

/** A line the size of a word. Starts at zero unless `domain` says otherwise. */
export function Sparkline({
  label,
  values,
  domain,
  isLastRunning = false,
  width = 112,
  height = 34,
}: SparklineProps) {
  const paint = usePaint();
  const known = values.filter((value) => value !== null);
  const runs = sparkRuns(values, domain ?? [0, Math.max(1, ...known)], width, height);
  const last = runs.at(-1)?.at(-1);
  const path = line<SparkPoint>({ x: ({ x }) => x, y: ({ y }) => y });
  const under = area<SparkPoint>({ x: ({ x }) => x, y0: height - 1, y1: ({ y }) => y });
  return (
    <svg
      role="img"
      aria-label={spoken(label, known)}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="pl-spark"
    >
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke={paint.line} />
      {runs.map((run) => (
        <g key={run[0]?.index}>
          <path d={under(run) ?? ''} fill={paint.accent} fillOpacity={0.1} />
          <path
            d={path(run) ?? ''}
            fill="none"
            stroke={paint.accent}
            strokeWidth={1.75}
            strokeLinejoin="round"
            strokeLinecap="round"
          />
        </g>
      ))}
      {last && (
        <circle
          cx={last.x}
          cy={last.y}
          r={3}
          fill={isLastRunning ? paint.surface : paint.accent}
          stroke={paint.accent}
          strokeWidth={1.5}
        />
      )}
    </svg>
  );
}

/** Unbroken runs of the line. */
export function sparkRuns(
  values: readonly (number | null)[],
  domain: readonly [number, number],
  width: number,
  height: number,
): SparkPoint[][] {
  const x = scaleLinear([0, Math.max(values.length - 1, 1)], [5, width - 5]);
  const y = scaleLinear(domain, [height - 2, 5]);
  return runsOf(
    values.map((value, index): SparkPoint | null =>
      value === null ? null : { x: px(x(index)), y: px(y(value)), index },
    ),
  );
}

function spoken(label: string, known: readonly number[]): string {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return i18n.t('{label}: no data', { label });
  return i18n.t('{label}: {first} to {last}', {
    label,
    first: formatNumber(first, decimals(first)),
    last: formatNumber(last, decimals(last)),
  });
}

function decimals(value: number): number {
  return Number.isInteger(value) ? 0 : 1;
}
