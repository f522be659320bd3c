import { useId } from 'react';
import { i18n } from '../../words/i18n.js';
import { formatNumber, formatScoreChange } from '../../words/numbers.js';
import { usePaint } from '../../theme/paint.js';
import type { DimensionKey } from '../../words/domain.js';
import { SeriesMark } from '../../chart/marks.js';

export interface ScoreFigure {
  /** 0..100; null when it cannot be had, `reason` says why. */
  value: number | null;
  /** The score if all that is unanswered were No, and were Yes. */
  lower?: number | null;
  upper?: number | null;
  /** GREY: some answers are missing, shown with its bounds. HIDE: too many are, no number. */
  display: 'SHOW' | 'GREY' | 'HIDE';
  answered: number;
  applicable: number;
  reason?: string | null;
}

interface BulletScoreProps {
  label: string;
  score: ScoreFigure;
  /** Gives the row its mark and the bar its colour. */
  dimension?: DimensionKey;
  /** The score of the round before: a tick on the bar, and a change behind the number. */
  previous?: number | null;
  isCompact?: boolean;
}

/** A score on its scale of 0 to 100, with the bounds that missing answers leave open. */
export function BulletScore({ label, score, dimension, previous, isCompact = false }: BulletScoreProps) {
  const paint = usePaint();
  const { value, lower, upper, display } = score;
  const isShown = display !== 'HIDE' && value !== null;
  const hasBounds = lower != null && upper != null && upper > lower;
  const colour = dimension ? paint.dimension[dimension] : paint.accent;
  return (
    <div className={`pl-bullet${isCompact ? ' pl-bullet-compact' : ''}`}>
      <div className="pl-bullet-head">
        <span className="pl-bullet-label">
          {dimension && (
            <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true" focusable="false">
              <SeriesMark series={dimension} />
            </svg>
          )}
          {label}
        </span>
        <span className={`pl-bullet-value${display === 'GREY' ? ' pl-muted' : ''}`}>
          {isShown ? formatNumber(value) : <span className="pl-bullet-none">{i18n.t('no score')}</span>}
          {isShown && previous != null && (
            <span className="pl-bullet-change">{formatScoreChange(previous, value)}</span>
          )}
        </span>
      </div>
      <BulletPicture score={score} label={label} colour={colour} previous={previous} />
      {(display !== 'SHOW' || hasBounds || score.reason) && <p className="pl-bullet-note">{noteOf(score)}</p>}
    </div>
  );
}

interface BulletPictureProps {
  score: ScoreFigure;
  label: string;
  colour: string;
  previous?: number | null;
}

/** Measures in per cent of its own width, so it fits wherever it stands without being measured. */
export function BulletPicture({ score, label, colour, previous }: BulletPictureProps) {
  const paint = usePaint();
  const stripes = useId();
  const { value, lower, upper, display } = score;
  const isShown = display !== 'HIDE' && value !== null;
  const bounds = lower != null && upper != null && upper > lower ? { lower, upper } : null;
  return (
    <svg role="img" aria-label={spoken(label, score)} width="100%" height={14} className="pl-bullet-bar">
      <defs>
        <pattern
          id={stripes}
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line x1={0} x2={0} y1={0} y2={5} stroke={colour} strokeWidth={2} />
        </pattern>
      </defs>
      <rect y={3} width="100%" height={8} rx={4} fill={paint.seriesSoft} />
      {isShown && (
        <rect
          y={3}
          width={`${value}%`}
          height={8}
          rx={4}
          fill={colour}
          fillOpacity={display === 'GREY' ? 0.35 : 1}
        />
      )}
      {bounds && (
        <rect
          x={`${bounds.lower}%`}
          y={3}
          width={`${bounds.upper - bounds.lower}%`}
          height={8}
          fill={`url(#${stripes})`}
          stroke={colour}
          strokeOpacity={0.7}
          rx={2}
          data-part="bounds"
        />
      )}
      {isShown && (
        <rect x={`${value}%`} y={0} width={3} height={14} rx={1} fill={colour} transform="translate(-2,0)" />
      )}
      {previous != null && (
        <rect x={`${previous}%`} y={0} width={2} height={14} fill={paint.text} data-part="previous" />
      )}
    </svg>
  );
}

function spoken(label: string, score: ScoreFigure): string {
  const value =
    score.display === 'HIDE' || score.value === null ? i18n.t('no score') : formatNumber(score.value);
  return `${label}: ${value}. ${noteOf(score)}`;
}

function noteOf({ answered, applicable, lower, upper, display, reason }: ScoreFigure): string {
  const answers = i18n.t('{answered} of {applicable} answered', { answered, applicable });
  const bounds =
    lower != null && upper != null && upper > lower
      ? i18n.t('between {lower} and {upper} once all are', {
          lower: formatNumber(lower),
          upper: formatNumber(upper),
        })
      : null;
  const why = display === 'HIDE' || answered === 0 ? reason : null;
  return [answers, bounds, why].filter(Boolean).join('; ');
}
