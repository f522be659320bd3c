import type { AnswerValue } from '@pilotage/web-ui';
import { answerLabel } from '@pilotage/web-ui';
import { useRef, useState } from 'react';
import { i18n } from '../../../../shared/i18n.js';
import type { Framework } from '../../assessment.graphql.js';
import type { Draft } from '../draft.graphql.js';
import { lacksReason, type ShownAnswer } from '../store/answer-edit.js';
import type { DraftStore } from '../store/draft-store.js';
import classes from './question-list.module.css';
import { QuestionRow } from './question-row.js';
import { noteId, type ActiveQuestion } from './use-active-question.js';
import { useQuestionKeys } from './use-question-keys.js';

interface QuestionListProps {
  readonly draft: Draft;
  readonly framework: Framework;
  readonly answers: readonly ShownAnswer[];
  readonly store: DraftStore;
  readonly active: ActiveQuestion;
  readonly isReadOnly: boolean;
  readonly onHelp: () => void;
  /** Down from the last question. */
  readonly onEnd: () => void;
}

/** The questions to answer, by dimension; a keyboard needs one key for each and one to go on. */
export function QuestionList(props: QuestionListProps) {
  const { draft, framework, answers, store, active, isReadOnly, onHelp, onEnd } = props;
  const list = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const open = answers.filter(({ mode }) => mode === 'OPEN');
  const keys = open.map(({ questionKey }) => questionKey);

  const give = (answer: ShownAnswer, value: AnswerValue | null) => {
    if (isReadOnly) return;
    const isSame = answer.value === value && answer.isTouched;
    if (!isSame) store.edit(answer.questionKey, { value });
    const needsReason = lacksReason({ ...answer, value, isTouched: true });
    const key = answer.questionKey;
    setSaid(
      needsReason
        ? i18n._('{key}: {answer}. Give a reason.', { key, answer: answerLabel(value) })
        : `${key}: ${answerLabel(value)}`,
    );
    if (needsReason) {
      active.activate(key);
      // Its field may only just be coming onto the page.
      requestAnimationFrame(() => document.getElementById(noteId(key))?.focus());
    }
  };

  const move = (step: 1 | -1) => {
    const next = keys[keys.indexOf(active.key ?? '') + step];
    if (next) active.focus(next);
    else if (step === 1) onEnd();
  };

  useQuestionKeys(list, {
    answer: (value) => {
      const answer = open.find(({ questionKey }) => questionKey === active.key);
      if (answer) give(answer, value);
    },
    move,
    openNote: () => document.getElementById(noteId(active.key ?? ''))?.focus(),
    goBack: () => active.key && active.focus(active.key),
    showHelp: onHelp,
  });

  return (
    <div ref={list} className={classes['list']}>
      <p role="status" className="pl-hidden">
        {said}
      </p>
      {framework.dimensions.map(({ key, name }) => (
        <section key={key} aria-labelledby={`dimension-${key}`}>
          <h2
            id={`dimension-${key}`}
            className={classes['dimension']}
            style={{ borderColor: `var(--pl-dimension-${key.toLowerCase()})` }}
          >
            {name}
          </h2>
          <ol className={classes['rows']}>
            {framework.questions
              .filter(({ dimensionKey }) => dimensionKey === key)
              .map((question) => {
                const answer = open.find(({ questionKey }) => questionKey === question.key);
                return (
                  answer && (
                    <QuestionRow
                      key={question.key}
                      question={question}
                      answer={answer}
                      draft={draft}
                      store={store}
                      isReadOnly={isReadOnly}
                      isActive={active.key === question.key}
                      onActivate={() => active.activate(question.key)}
                      onPointerDown={active.onPointerDown}
                      onAnswer={(value) => give(answer, value)}
                      onNext={() => move(1)}
                    />
                  )
                );
              })}
          </ol>
        </section>
      ))}
    </div>
  );
}
