import { AnswerBadge, answerLabel, type AnswerValue } from '@pilotage/web-ui';
import { useId, useState } from 'react';
import { i18n } from '../../../../shared/i18n.js';
import type { Question } from '../../assessment.graphql.js';
import type { ShownAnswer } from '../store/answer-edit.js';
import classes from './choices.module.css';

const KEY_OF: Readonly<Record<AnswerValue, string>> = {
  YES: 'Y',
  PARTIAL: 'P',
  NO: 'N',
  NOT_APPLICABLE: 'A',
};

interface ChoicesProps {
  readonly question: Question;
  readonly answer: ShownAnswer;
  /** The day of last round. */
  readonly previousDay: string | null;
  readonly isReadOnly: boolean;
  readonly onAnswer: (value: AnswerValue | null) => void;
}

/** The answers, each with what it looks like: one chooses what one sees, not a word. */
export function Choices({ question, answer, previousDay, isReadOnly, onAnswer }: ChoicesProps) {
  // Room for the guidance is scarce on a phone, and who answered last time may know it.
  const [isGuided, setGuided] = useState(answer.value === null);
  const tagsOf = (value: AnswerValue) =>
    [
      answer.previous?.value === value && previousDay && i18n._('last round, {day}', { day: previousDay }),
      answer.inherited === value && i18n._('inherited'),
    ].filter((tag) => typeof tag === 'string');
  const choice = (value: AnswerValue, rule: string, lines: readonly string[]) => (
    <Choice
      value={value}
      rule={rule}
      lines={lines}
      tags={tagsOf(value)}
      isChosen={answer.value === value}
      isConfirmed={answer.isTouched}
      isDisabled={isReadOnly}
      onChoose={() => onAnswer(value)}
    />
  );
  return (
    <div
      role="group"
      aria-label={i18n._('Answer')}
      className={classes['choices']}
      data-guided={isGuided || undefined}
    >
      {choice('YES', i18n._('Every line that applies is true.'), question.ifYes)}
      {choice(
        'PARTIAL',
        i18n._('At least one line of Yes is true, or work on all has begun.'),
        question.ifPartial,
      )}
      {choice('NO', i18n._('None is true today; plans without work are a No.'), question.ifNo)}
      {choice('NOT_APPLICABLE', notApplicableRule(question), [])}
      <button
        type="button"
        className={classes['open']}
        aria-pressed={answer.isTouched && answer.value === null}
        aria-keyshortcuts="Delete"
        disabled={isReadOnly}
        onClick={() => onAnswer(null)}
      >
        {i18n._('Leave open')}
      </button>
      <button
        type="button"
        className={classes['guide']}
        aria-expanded={isGuided}
        onClick={() => setGuided(!isGuided)}
      >
        {isGuided ? i18n._('Hide what they look like') : i18n._('What do they look like?')}
      </button>
    </div>
  );
}

const notApplicableRule = ({ notApplicableWhen }: Question): string =>
  notApplicableWhen
    ? i18n._('When {condition}. Say why.', { condition: notApplicableWhen })
    : i18n._('Say why. It leaves the score.');

interface ChoiceProps {
  readonly value: AnswerValue;
  readonly rule: string;
  readonly lines: readonly string[];
  readonly tags: readonly string[];
  readonly isChosen: boolean;
  readonly isConfirmed: boolean;
  readonly isDisabled: boolean;
  readonly onChoose: () => void;
}

function Choice({ value, rule, lines, tags, isChosen, isConfirmed, isDisabled, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div
      className={classes['choice']}
      data-answer={value}
      data-chosen={isChosen || undefined}
      data-unconfirmed={(isChosen && !isConfirmed) || undefined}
    >
      <button
        type="button"
        className={classes['button']}
        aria-pressed={isChosen}
        aria-describedby={`${id}-tags ${id}-meaning`}
        aria-keyshortcuts={KEY_OF[value]}
        disabled={isDisabled}
        onClick={onChoose}
      >
        <AnswerBadge answer={value} />
      </button>
      <div id={`${id}-tags`} className={classes['tags']}>
        {tags.map((tag) => (
          <span key={tag}>{tag}</span>
        ))}
      </div>
      <div id={`${id}-meaning`} className={classes['meaning']}>
        <strong aria-hidden="true">{answerLabel(value)}</strong>
        <p>{rule}</p>
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
