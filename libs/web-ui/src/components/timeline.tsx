import type { ReactNode } from 'react';
import { i18n } from '../words/i18n.js';
import { outcomeLabel, stageLabel, type Outcome, type Stage } from '../words/domain.js';
import type { DatedDay } from '../words/days.js';
import { StageShape } from './stage-shape.js';
import { DayText } from './times.js';

export interface TimelineEntry {
  id: string;
  /** EVENT: it entered the stage on that day. OBSERVATION: it was only seen there. */
  kind: 'EVENT' | 'OBSERVATION';
  stage: Stage;
  on: DatedDay;
  outcome?: Outcome | null;
  /** Why, or who told. */
  reason?: string | null;
  /** Where the record is from, who recorded it and when. */
  origin?: ReactNode;
  /** Corrected or taken back: kept, struck through. */
  isSuperseded?: boolean;
  /** What became of a superseded one; "corrected" when absent. */
  supersededLabel?: string;
  /** Days in the stage, of the entry that is followed by another. */
  days?: number | null;
  /** Buttons: correct, take back. */
  actions?: ReactNode;
}

interface TimelineProps {
  /** Newest first. */
  entries: readonly TimelineEntry[];
  label?: string;
}

/** The way of one initiative, newest first. What was only observed hangs on a dotted line. */
export function Timeline({ entries, label }: TimelineProps) {
  return (
    <ol className="pl-timeline" aria-label={label ?? i18n.t('Stages over time')}>
      {entries.map((entry) => (
        <TimelineItem key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}

function TimelineItem({ entry }: { entry: TimelineEntry }) {
  const isObserved = entry.kind === 'OBSERVATION';
  const classes = [
    'pl-timeline-item',
    isObserved && 'pl-timeline-observed',
    entry.isSuperseded && 'pl-timeline-old',
  ];
  return (
    <li className={classes.filter(Boolean).join(' ')}>
      <svg
        className="pl-timeline-mark"
        width="20"
        height="20"
        viewBox="-10 -10 20 20"
        aria-hidden="true"
        focusable="false"
      >
        <StageShape stage={entry.stage} radius={7} />
      </svg>
      <div className="pl-timeline-main">
        <p className="pl-timeline-line">
          {entry.isSuperseded ? (
            <>
              <s>{titleOf(entry)}</s>{' '}
              <span className="pl-tag">{entry.supersededLabel ?? i18n.t('corrected')}</span>
            </>
          ) : (
            <strong>{titleOf(entry)}</strong>
          )}
          {isObserved && !entry.isSuperseded && <span className="pl-tag">{i18n.t('entry day unknown')}</span>}
        </p>
        <p className="pl-timeline-day">
          <DayText {...entry.on} />
          {entry.days != null && <> · {daysText(entry.days)}</>}
        </p>
        {entry.reason && <p className="pl-timeline-reason">{entry.reason}</p>}
        {entry.origin && <p className="pl-timeline-origin">{entry.origin}</p>}
      </div>
      {entry.actions && <div className="pl-timeline-actions">{entry.actions}</div>}
    </li>
  );
}

function titleOf({ kind, stage, outcome }: TimelineEntry): string {
  if (stage === 'ENDED' && outcome) return outcomeLabel(outcome);
  if (stage === 'ENDED') return stageLabel(stage);
  return kind === 'OBSERVATION'
    ? i18n.t('Seen in: {stage}', { stage: stageLabel(stage) })
    : i18n.t('Entered: {stage}', { stage: stageLabel(stage) });
}

function daysText(days: number): string {
  return days === 1 ? i18n.t('1 day in this stage') : i18n.t('{days} days in this stage', { days });
}
