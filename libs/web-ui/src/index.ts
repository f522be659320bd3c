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
export { formatChange, formatNumber, formatShare, formatShareRange } from './words/numbers.js';
export { AnswerBadge, StageBadge } from './components/badges.js';
export { StageShape } from './components/stage-shape.js';
export { DayText, QuarterLabel } from './components/times.js';
export { EmptyState, ErrorState, LoadingState, TooFewData } from './components/states.js';
export { ConfirmButton } from './components/confirm-button.js';
export { DataTable, type Column, type Sort } from './components/data-table.js';
export { Explain } from './components/explain.js';
export { ChangeLine, FigureCard, type FigureChange } from './components/figure-card.js';
export { ProgressReceipt, type JobState } from './components/progress-receipt.js';
export { Timeline, type TimelineEntry } from './components/timeline.js';
