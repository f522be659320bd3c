export { theme, cssVariablesResolver } from './theme/theme.js';
export { lightTokens, darkTokens, type Tokens } from './theme/tokens.js';
export { PaintContext, cssPaint, usePaint } from './theme/paint.js';
export {
  ANSWERS,
  DIMENSIONS,
  JOURNEY_CAUSES,
  STAGES,
  answerLabel,
  answerLetter,
  causeLabel,
  outcomeLabel,
  stageLabel,
  type AnswerValue,
  type DimensionKey,
  type JourneyCause,
  type Outcome,
  type Stage,
} from './words/domain.js';
export { formatDay, type DatedDay, type Precision } from './words/days.js';
export {
  formatChange,
  formatNumber,
  formatScoreChange,
  formatShare,
  formatShareRange,
} from './words/numbers.js';
export { AnswerBadge, StageBadge } from './components/badges.js';
export { StageShape } from './components/stage-shape.js';
export { DayText, QuarterLabel } from './components/times.js';
export { EmptyState, ErrorState, LoadingState, TooFewData } from './components/states.js';
export { ConfirmButton } from './components/confirm-button.js';
export { DataTable, type Column, type Sort } from './components/data-table.js';
export { Explain } from './components/explain.js';
export { ChangeLine, FigureCard, type FigureChange } from './components/figure-card.js';
export { ProgressReceipt, jobStateLabel, type JobState } from './components/progress-receipt.js';
export { Timeline, type TimelineEntry } from './components/timeline.js';
export type { ChartProps, PictureProps } from './chart/drawing.js';
export type { SeriesKey } from './chart/marks.js';
export { Bridge, BridgePicture } from './charts/bridge/bridge.js';
export type { BridgeData, BridgePart, BridgePartKey } from './charts/bridge/geometry.js';
export { BulletScore, type ScoreFigure } from './charts/bullet-score/bullet-score.js';
export { FunnelBars, FunnelBarsPicture, type FunnelBar } from './charts/funnel-bars/funnel-bars.js';
export { HeatMap, HeatMapPicture } from './charts/heat-map/heat-map.js';
export type { HeatMapData, HeatQuestion, HeatRow } from './charts/heat-map/geometry.js';
export { QuarterLines, QuarterLinesPicture } from './charts/quarter-lines/quarter-lines.js';
export type {
  LineQuarter,
  LineSeries,
  LineValue,
  QuarterLinesData,
} from './charts/quarter-lines/geometry.js';
export { SlopeLine, SlopeLinePicture, type SlopeItem } from './charts/slope-line/slope-line.js';
export { Sparkline } from './charts/sparkline/sparkline.js';
export { StackedAreas, StackedAreasPicture } from './charts/stacked-areas/stacked-areas.js';
export type { StackedAreasData, StageQuarter } from './charts/stacked-areas/geometry.js';
export { StepCurves, StepCurvesPicture } from './charts/step-curves/step-curves.js';
export type {
  CurvePoint,
  Horizon,
  RiskRow,
  StepCurve,
  StepCurvesData,
} from './charts/step-curves/geometry.js';
