import { Button } from '@mantine/core';
import { answerLabel, type AnswerValue } from '@pilotage/web-ui';
import { IconArrowDown } from '@tabler/icons-react';
import { i18n } from '../../../../shared/i18n.js';
import type { Question } from '../../assessment.graphql.js';
import type { Draft } from '../draft.graphql.js';
import type { ShownAnswer } from '../store/answer-edit.js';
import type { DraftStore } from '../store/draft-store.js';
import { AnswerTexts } from './answer-texts.js';
import { dayOf, sourceName } from './answer-words.js';
import { Choices } from './choices.js';
import { ConflictBox } from './conflict-box.js';
import classes from './question-row.module.css';

export interface QuestionPanelProps {
  readonly id: string;
  readonly question: Question;
  readonly answer: ShownAnswer;
  readonly draft: Draft;
  readonly store: DraftStore;
  readonly isReadOnly: boolean;
  readonly onAnswer: (value: AnswerValue | null) => void;
  readonly onNext: () => void;
}

/** The open question: what is known from before, the answers to choose from, and what goes with one. */
export function QuestionPanel({
  id,
  question,
  answer,
  draft,
  store,
  isReadOnly,
  onAnswer,
  onNext,
}: QuestionPanelProps) {
  const { questionKey, value, isTouched, previous, delivery } = answer;
  return (
    <div id={id} className={classes['panel']}>
      {delivery?.kind === 'conflict' && (
        <ConflictBox
          answer={answer}
          onKeepMine={(edit) => store.keepMine(questionKey, edit)}
          onTakeTheirs={() => store.takeTheirs(questionKey)}
        />
      )}
      <p className={classes['known']}>
        {i18n._('Usually known by: {role}', { role: question.ownerRole })}
        {previous && draft.previous && (
          <span className={classes['before']}>
            {' · '}
            {i18n._('Last round, {day}: {answer}', {
              day: dayOf(draft.previous),
              answer: answerLabel(previous.value),
            })}
          </span>
        )}
        {previous?.note && previous.note !== answer.note && draft.previous && (
          <>
            {' · '}
            {i18n._('Note of {day}: “{note}”', { day: dayOf(draft.previous), note: previous.note })}
          </>
        )}
      </p>
      {!isTouched && value !== null && !isReadOnly && (
        <div className={classes['unconfirmed']}>
          <span>{whereFrom(answer, draft)}</span>
          <Button size="xs" variant="light" onClick={() => onAnswer(value)}>
            {i18n._('Confirm {answer}', { answer: answerLabel(value) })}
          </Button>
        </div>
      )}
      <Choices
        question={question}
        answer={answer}
        previousDay={draft.previous && dayOf(draft.previous)}
        isReadOnly={isReadOnly}
        onAnswer={onAnswer}
      />
      <AnswerTexts
        question={question}
        answer={answer}
        isReadOnly={isReadOnly}
        onEdit={(edit, delayMs) => store.edit(questionKey, edit, delayMs)}
      />
      <Button
        size="compact-sm"
        variant="subtle"
        className={classes['next']}
        rightSection={<IconArrowDown size={16} stroke={1.8} aria-hidden />}
        onClick={onNext}
      >
        {i18n._('Next')}
      </Button>
    </div>
  );
}

/** Why there is an answer that nobody has given in this round. */
function whereFrom({ value, inherited }: ShownAnswer, { inheritsFrom, previous }: Draft): string {
  if (inheritsFrom && inherited === value) {
    return i18n._('Taken from {source}. Is it so here, too? Any other answer needs a note.', {
      source: sourceName(inheritsFrom),
    });
  }
  return previous
    ? i18n._('Carried forward from {day}. Is it still so?', { day: dayOf(previous) })
    : i18n._('Not confirmed yet. Is it so?');
}
