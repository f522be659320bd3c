import { usePaint } from '../theme/paint.js';
import { StageShape } from '../components/stage-shape.js';
import { DIMENSIONS, STAGES, type DimensionKey, type JourneyCause, type Stage } from '../words/domain.js';

/** Dashes say what hue says, for who does not see hue. */
const DIMENSION_DASH: Record<DimensionKey, string> = {
  SA: '',
  DF: '7 3',
  TM: '2 3',
  TO: '9 3 2 3',
  RC: '14 4',
};
const STAGE_DASH: Record<Stage, string> = {
  IDEA: '2 3',
  PILOT: '7 3',
  LIMITED_PRODUCTION: '9 3 2 3',
  PRODUCTION: '',
  SCALED: '14 4',
  ENDED: '1 4',
};
const CAUSE_DASH: Record<JourneyCause, string> = {
  PRODUCTION: '',
  STOPPED: '7 4',
  MERGED: '9 3 2 3',
  RUNNING: '2 4',
};

export interface LineLook {
  colour: string;
  dash: string;
}

/** A stage, a dimension, or the one line of a chart that has no other. */
export type SeriesKey = Stage | DimensionKey | 'SCORE';

function isStage(key: SeriesKey): key is Stage {
  return STAGES.some((stage) => stage === key);
}

/** Colour and dash of a line, the same on every chart. */
export function useLineLook(): (key: SeriesKey) => LineLook {
  const paint = usePaint();
  return (key) => {
    if (key === 'SCORE') return { colour: paint.accent, dash: '' };
    return isStage(key)
      ? { colour: paint.stage[key], dash: STAGE_DASH[key] }
      : { colour: paint.dimension[key], dash: DIMENSION_DASH[key] };
  };
}

export function useCauseLook(): (cause: JourneyCause) => LineLook {
  const paint = usePaint();
  return (cause) => ({ colour: paint.cause[cause], dash: CAUSE_DASH[cause] });
}

interface SeriesMarkProps {
  series: SeriesKey;
  /** Hollow: the figure stands on too few answers to be shown plainly. */
  isHollow?: boolean;
  radius?: number;
}

/** The marker of a series at 0,0: the stage's sign, a shape of its own for each dimension, or a circle. */
export function SeriesMark({ series, isHollow = false, radius = 4.5 }: SeriesMarkProps) {
  const paint = usePaint();
  if (isStage(series)) {
    return (
      <g opacity={isHollow ? 0.65 : 1}>
        <circle r={radius + 2} fill={paint.surface} />
        <StageShape stage={series} radius={radius + 0.5} />
      </g>
    );
  }
  const colour = series === 'SCORE' ? paint.accent : paint.dimension[series];
  return (
    <path
      d={outline(series === 'SCORE' ? 0 : DIMENSIONS.indexOf(series), radius)}
      fill={isHollow ? paint.surface : colour}
      stroke={isHollow ? colour : paint.surface}
      strokeWidth={isHollow ? 1.6 : 1}
    />
  );
}

/** Circle, square, diamond, triangle, triangle on its tip. */
function outline(shape: number, radius: number): string {
  const wide = radius * 1.2;
  const half = radius * 0.9;
  switch (shape) {
    case 0:
      return `M${-radius},0A${radius},${radius} 0 1 1 ${radius},0A${radius},${radius} 0 1 1 ${-radius},0Z`;
    case 1:
      return `M${-half},${-half}H${half}V${half}H${-half}Z`;
    case 2:
      return `M0,${-wide}L${wide},0L0,${wide}L${-wide},0Z`;
    case 3:
      return `M0,${-wide}L${wide},${radius}H${-wide}Z`;
    default:
      return `M0,${wide}L${wide},${-radius}H${-wide}Z`;
  }
}
