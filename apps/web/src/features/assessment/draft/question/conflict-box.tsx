import { Button, Group } from '@mantine/core';
import { AnswerBadge } from '@pilotage/web-ui';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { i18n } from '../../../../shared/i18n.js';
import {
  answerFields,
  differences,
  type AnswerContent,
  type AnswerEdit,
  type AnswerField,
  type ShownAnswer,
} from '../store/answer-edit.js';
import classes from './conflict-box.module.css';

interface ConflictBoxProps {
  readonly answer: ShownAnswer;
  readonly onKeepMine: (edit?: AnswerEdit) => void;
  readonly onTakeTheirs: () => void;
}

/** Two people changed one answer: both stand here until one is chosen, and nothing is lost before. */
export function ConflictBox({ answer, onKeepMine, onTakeTheirs }: ConflictBoxProps) {
  const theirs = answer.stored;
  const fields = differences(answer, theirs);
  const theirTexts = answerFields.filter((field) => fields.includes(field) || theirs[field] !== null);
  const name = theirs.updatedBy?.name ?? i18n._('Somebody else');
  const canJoin = fields.includes('note') && Boolean(answer.note) && Boolean(theirs.note);
  const join = () => onKeepMine({ value: theirs.value, note: `${theirs.note}\n${answer.note}` });
  return (
    <section className={classes['box']} aria-label={i18n._('Two answers to choose from')}>
      <p className={classes['title']}>
        <IconArrowsSplit2 size={18} stroke={1.7} aria-hidden />
        {i18n._('{name} changed this answer while you did. Which one is to stay?', { name })}
      </p>
      <div className={classes['sides']}>
        <Side title={i18n._('Yours')} content={answer} fields={fields} />
        <Side title={name} content={theirs} fields={theirTexts} />
      </div>
      <p className={classes['rule']}>{i18n._('What you did not change stays theirs.')}</p>
      <Group gap="xs">
        <Button size="xs" onClick={() => onKeepMine()}>
          {i18n._('Keep mine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {i18n._('Keep theirs')}
        </Button>
        {canJoin && (
          <Button size="xs" variant="default" onClick={join}>
            {i18n._('Keep theirs and add my note')}
          </Button>
        )}
      </Group>
    </section>
  );
}

interface SideProps {
  readonly title: string;
  readonly content: AnswerContent;
  /** Which texts to show; the answer itself always is. */
  readonly fields: readonly AnswerField[];
}

function Side({ title, content, fields }: SideProps) {
  return (
    <div className={classes['side']}>
      <h4>{title}</h4>
      <AnswerBadge answer={content.value} />
      {fields
        .filter((field) => field !== 'value')
        .map((field) => (
          <p key={field}>
            <strong>{fieldLabel(field)}</strong> {content[field] || <em>{i18n._('none')}</em>}
          </p>
        ))}
    </div>
  );
}

function fieldLabel(field: Exclude<AnswerField, 'value'>): string {
  switch (field) {
    case 'note':
      return i18n._('Note:');
    case 'actionRequired':
      return i18n._('Action required:');
    case 'evidence':
      return i18n._('Evidence:');
  }
}
