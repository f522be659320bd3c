import { Button } from '@mantine/core';
import { AnswerBadge, answerLabel } from '@pilotage/web-ui';
import { IconNote } from '@tabler/icons-react';
import { useId, type PointerEvent } from 'react';
import { i18n } from '../../../../shared/i18n.js';
import { statusOf } from './answer-words.js';
import { QuestionPanel, type QuestionPanelProps } from './question-panel.js';
import classes from './question-row.module.css';
import { questionId } from './use-active-question.js';

interface QuestionRowProps extends Omit<QuestionPanelProps, 'id'> {
  readonly isActive: boolean;
  readonly onActivate: () => void;
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
}

/** One question: a line, and its panel while it is the one in work. */
export function QuestionRow({ isActive, onActivate, onPointerDown, ...panel }: QuestionRowProps) {
  const { question, answer, isReadOnly, onAnswer } = panel;
  const panelId = useId();
  const status = statusOf(answer);
  const canConfirm = !isActive && !isReadOnly && !answer.isTouched && answer.value !== null;
  return (
    <li
      className={classes['row']}
      data-active={isActive || undefined}
      onFocus={onActivate}
      onPointerDown={isActive ? undefined : onPointerDown}
    >
      <div className={classes['head']}>
        <h3 className={classes['heading']}>
          <button
            type="button"
            id={questionId(question.key)}
            className={classes['question']}
            aria-expanded={isActive}
            aria-controls={isActive ? panelId : undefined}
            onClick={onActivate}
          >
            <span className={classes['key']}>{question.key}</span>
            <span className={classes['text']}>{question.text}</span>
            <span className={classes['state']}>
              {answer.note && <IconNote size={16} stroke={1.7} aria-label={i18n._('with a note')} />}
              {status && (
                <span className={classes['status']} data-tone={status.tone}>
                  {status.text}
                </span>
              )}
              <AnswerBadge answer={answer.value} isCompact isUnconfirmed={!answer.isTouched} />
            </span>
          </button>
        </h3>
        {canConfirm && (
          <Button
            size="compact-xs"
            variant="default"
            className={classes['confirm']}
            // The keyboard confirms by the letter of the answer; a stop at each line would be in its way.
            tabIndex={-1}
            aria-label={i18n._('Confirm {answer} for {key}', {
              answer: answerLabel(answer.value),
              key: question.key,
            })}
            onMouseDown={(event) => event.preventDefault()}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => onAnswer(answer.value)}
          >
            {i18n._('Confirm')}
          </Button>
        )}
      </div>
      {isActive && <QuestionPanel id={panelId} {...panel} />}
    </li>
  );
}
