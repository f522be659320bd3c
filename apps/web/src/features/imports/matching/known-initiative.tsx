import { stageLabel, type Stage } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import classes from '../result/result.module.css';
import type { Known } from './matching.graphql.js';

interface NamedProps {
  readonly name: string;
  readonly unit: string | undefined;
  readonly stage: Stage | null | undefined;
  /** 0..100 */
  readonly score?: number;
}

/** A name with what tells it from others. */
export function Named({ name, unit, stage, score }: NamedProps) {
  const more = [
    unit,
    stage && stageLabel(stage),
    score === undefined ? null : i18n._('{score} % alike', { score }),
  ].filter(Boolean);
  return (
    <div>
      <div className={classes['message']}>{name}</div>
      <div className={classes['more']}>{more.join(' · ')}</div>
    </div>
  );
}

export function KnownInitiative({ of, score }: { readonly of: Known; readonly score?: number }) {
  return (
    <Named
      name={`${of.key} · ${of.name}`}
      unit={of.unit?.name}
      stage={of.stage?.stage}
      {...(score === undefined ? {} : { score })}
    />
  );
}
