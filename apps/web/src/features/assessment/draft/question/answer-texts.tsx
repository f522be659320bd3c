import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { i18n } from '../../../../shared/i18n.js';
import type { Question } from '../../assessment.graphql.js';
import { lacksReason, type AnswerEdit, type ShownAnswer } from '../store/answer-edit.js';
import { TYPING_MS } from '../store/draft-store.js';
import classes from './answer-texts.module.css';
import { reasonLabel } from './answer-words.js';
import { noteId } from './use-active-question.js';

interface AnswerTextsProps {
  readonly question: Question;
  readonly answer: ShownAnswer;
  readonly isReadOnly: boolean;
  readonly onEdit: (edit: AnswerEdit, delayMs: number) => void;
}

/** What goes with an answer: why, what to do about it, and what shows it. */
export function AnswerTexts({ question, answer, isReadOnly, onEdit }: AnswerTextsProps) {
  const { value, note, actionRequired, evidence, delivery } = answer;
  const suggestion = question.action;
  const needsAction = value === 'PARTIAL' || value === 'NO' || Boolean(actionRequired);
  const reason = reasonLabel(answer);
  return (
    <div className={classes['texts']}>
      <AnswerText
        id={noteId(question.key)}
        label={reason ?? i18n._('Note')}
        isNeeded={lacksReason(answer)}
        isReadOnly={isReadOnly}
        text={note}
        onText={(text, delayMs) => onEdit({ note: text }, delayMs)}
      />
      <AnswerText
        label={i18n._('Evidence')}
        placeholder={i18n._('A link, or where to find it')}
        isReadOnly={isReadOnly}
        text={evidence}
        onText={(text, delayMs) => onEdit({ evidence: text }, delayMs)}
      />
      {needsAction && (
        <div className={classes['action']}>
          <AnswerText
            label={i18n._('Action required')}
            isReadOnly={isReadOnly}
            text={actionRequired}
            onText={(text, delayMs) => onEdit({ actionRequired: text }, delayMs)}
          />
          {suggestion !== null && !isReadOnly && !actionRequired?.includes(suggestion) && (
            <p className={classes['suggestion']}>
              <span>{suggestion}</span>
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => onEdit({ actionRequired: withAction(actionRequired, suggestion) }, 0)}
              >
                {i18n._('Use this suggestion')}
              </Button>
            </p>
          )}
        </div>
      )}
      {delivery?.kind === 'refused' && (
        <p role="alert" className={classes['refused']}>
          {delivery.message}
        </p>
      )}
    </div>
  );
}

const withAction = (text: string | null, action: string): string =>
  text?.trim() ? `${text}\n${action}` : action;

interface AnswerTextProps {
  readonly id?: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly isNeeded?: boolean;
  readonly isReadOnly: boolean;
  readonly text: string | null;
  readonly onText: (text: string, delayMs: number) => void;
}

/** While one types the field is one's own: what comes back from the server is trimmed and would eat a space. */
function AnswerText({ isNeeded = false, isReadOnly, text, onText, ...field }: AnswerTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Textarea
      {...field}
      autosize
      minRows={1}
      maxRows={12}
      readOnly={isReadOnly}
      aria-required={isNeeded}
      description={isNeeded ? i18n._('Needed before the round can be submitted.') : undefined}
      value={typed ?? text ?? ''}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onText(event.currentTarget.value, TYPING_MS);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
