import { Button } from '@mantine/core';
import { BulletScore, formatNumber } from '@pilotage/web-ui';
import { i18n } from '../../../../shared/i18n.js';
import { isDimension } from '../../../../shared/words/dimension.js';
import type { Framework } from '../../assessment.graphql.js';
import type { Draft } from '../draft.graphql.js';
import { progressOf } from '../progress.js';
import type { DraftState } from '../store/draft-store.js';
import classes from './progress-panel.module.css';
import { RefusalNote } from './refusal-note.js';
import { SaveState } from './save-state.js';
import type { Refusal } from './use-submit.js';

export const submitId = 'submit-round';

interface ProgressPanelProps {
  readonly draft: Draft;
  readonly framework: Framework;
  readonly state: DraftState;
  readonly isReadOnly: boolean;
  readonly isSubmitting: boolean;
  readonly refusal: Refusal | null;
  readonly onRetry: () => void;
  readonly onShow: (questionKey: string) => void;
  readonly onSubmit: () => void;
}

/** Always in sight: how far the round is, what it comes to so far, whether it is saved, and its end. */
export function ProgressPanel(props: ProgressPanelProps) {
  const { draft, framework, state, isReadOnly, isSubmitting, refusal, onRetry, onShow, onSubmit } = props;
  const { answers, standing } = state;
  const progress = progressOf(answers);
  return (
    <aside className={classes['panel']} aria-label={i18n._('Progress')}>
      <div className={classes['progress']}>
        <p className={classes['answered']}>
          {i18n._('{answered} of {applicable} answered', { ...progress })}
          <span className={classes['soFar']}>{scoreWords(standing)}</span>
        </p>
        <p className={classes['left']}>{leftWords(progress)}</p>
        <div className={classes['strip']} aria-hidden="true">
          {answers.map(({ questionKey, value, isTouched, mode }) => (
            <span
              key={questionKey}
              data-answer={value ?? 'NONE'}
              data-unconfirmed={(mode === 'OPEN' && !isTouched) || undefined}
            />
          ))}
        </div>
      </div>
      <div className={classes['scores']}>
        <BulletScore
          label={i18n._('Score so far')}
          score={standing.preview}
          previous={shownValue(draft.previous?.score)}
        />
        {standing.dimensions.map(({ dimensionKey, score }) => (
          <BulletScore
            key={dimensionKey}
            isCompact
            label={framework.dimensions.find(({ key }) => key === dimensionKey)?.name ?? dimensionKey}
            dimension={isDimension(dimensionKey) ? dimensionKey : undefined}
            score={score}
          />
        ))}
      </div>
      {!isReadOnly && (
        <div className={classes['end']}>
          <SaveState state={state} onRetry={onRetry} onShow={onShow} />
          {refusal && <RefusalNote refusal={refusal} missing={progress.missing.length} />}
          <Button id={submitId} fullWidth loading={isSubmitting} onClick={onSubmit}>
            {i18n._('Submit')}
          </Button>
        </div>
      )}
    </aside>
  );
}

function leftWords({ missing, notConfirmed, notApplicable }: ReturnType<typeof progressOf>): string {
  const toDo = missing.length - notConfirmed;
  return [
    notConfirmed > 0 && i18n._('{notConfirmed} not confirmed', { notConfirmed }),
    toDo > 0 && i18n._('{toDo} to do', { toDo }),
    notApplicable > 0 && i18n._('{notApplicable} not applicable', { notApplicable }),
    missing.length === 0 && i18n._('ready to submit'),
  ]
    .filter(Boolean)
    .join(', ');
}

/** For narrow screens, where there is no room for bars. */
function scoreWords({ preview: { value, display } }: DraftState['standing']): string {
  return display === 'HIDE' || value === null
    ? i18n._('no score yet')
    : i18n._('score so far {score}', { score: formatNumber(value) });
}

const shownValue = (
  score: { readonly value: number | null; readonly display: string } | undefined,
): number | null => (score && score.display !== 'HIDE' ? score.value : null);
