import {
  answerLabel,
  answerLetter,
  outcomeLabel,
  stageLabel,
  type AnswerValue,
  type Outcome,
  type Stage,
} from '../words/domain.js';
import { usePaint } from '../theme/paint.js';
import { StageShape } from './stage-shape.js';

interface StageBadgeProps {
  stage: Stage;
  /** Of an ended initiative: says what the end came to instead of "Ended". */
  outcome?: Outcome | null;
  /** Only seen there; the day of entry is not known. */
  isObserved?: boolean;
  label?: string;
}

/** Shape and name of a stage. */
export function StageBadge({ stage, outcome, isObserved = false, label }: StageBadgeProps) {
  const text = label ?? (stage === 'ENDED' && outcome ? outcomeLabel(outcome) : stageLabel(stage));
  return (
    <span className={isObserved ? 'pl-stage pl-stage-observed' : 'pl-stage'}>
      <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
        <StageShape stage={stage} radius={6} />
      </svg>
      {text}
    </span>
  );
}

interface AnswerBadgeProps {
  answer: AnswerValue | null;
  /** Letter tile alone, for dense rows; its name stays readable for screen readers. */
  isCompact?: boolean;
  /** Carried forward and not confirmed yet: dashed. */
  isUnconfirmed?: boolean;
}

/** An answer as a lettered tile and its word. */
export function AnswerBadge({ answer, isCompact = false, isUnconfirmed = false }: AnswerBadgeProps) {
  const tile = usePaint().answer[answer ?? 'NONE'];
  return (
    <span className="pl-answer">
      <span
        className="pl-answer-tile"
        aria-hidden="true"
        style={{
          background: tile.ground,
          color: tile.ink,
          borderColor: tile.edge,
          borderStyle: isUnconfirmed || answer === null ? 'dashed' : 'solid',
        }}
      >
        {answerLetter(answer)}
      </span>
      <span className={isCompact ? 'pl-hidden' : undefined}>{answerLabel(answer)}</span>
    </span>
  );
}
