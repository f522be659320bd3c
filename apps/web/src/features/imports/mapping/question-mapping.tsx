import { NativeSelect } from '@mantine/core';
import { ANSWERS, answerLabel } from '@pilotage/web-ui';
import { i18n } from '../../../shared/i18n.js';
import type { ImportColumn } from '../imports.graphql.js';
import { columnLetter, columnOptions } from './column-letter.js';
import type { QuestionDraft } from './mapping-draft.js';
import classes from './step.module.css';
import type { TargetFramework } from './target-frameworks.graphql.js';

interface QuestionMappingProps {
  readonly question: TargetFramework['questions'][number];
  readonly columns: readonly ImportColumn[];
  readonly mapped: QuestionDraft | undefined;
  readonly onColumn: (column: number | null) => void;
  readonly onChange: (mapped: QuestionDraft) => void;
}

/** The column that answers a question, and what each of its values means. */
export function QuestionMapping({ question, columns, mapped, onColumn, onChange }: QuestionMappingProps) {
  const values = Object.entries(mapped?.values ?? {});
  const open = values.filter(([, choice]) => choice === 'LEAVE_OUT').length;
  return (
    <details className={classes['question']}>
      <summary>
        {question.key} · {question.text}
        <span className={classes['count']}>
          {mapped
            ? i18n._('column {letter}, {known} of {all} values have a meaning', {
                letter: columnLetter(mapped.column),
                known: values.length - open,
                all: values.length,
              })
            : i18n._('no column')}
        </span>
      </summary>
      <NativeSelect
        label={i18n._('Column')}
        maw={420}
        my="sm"
        value={mapped ? String(mapped.column) : ''}
        onChange={({ currentTarget: { value } }) => onColumn(value === '' ? null : Number(value))}
        data={[{ value: '', label: i18n._('None') }, ...columnOptions(columns)]}
      />
      {mapped && (
        <ul className={classes['list']}>
          {values.map(([value, choice]) => (
            <li key={value} className={classes['value']}>
              <span className={classes['name']}>{value}</span>
              <NativeSelect
                size="sm"
                className={classes['choice']}
                aria-label={i18n._('Answer for {value}', { value })}
                value={choice}
                onChange={({ currentTarget }) =>
                  onChange({
                    ...mapped,
                    values: {
                      ...mapped.values,
                      [value]: ANSWERS.find((answer) => answer === currentTarget.value) ?? 'LEAVE_OUT',
                    },
                  })
                }
                data={[
                  ...ANSWERS.map((answer) => ({ value: answer, label: answerLabel(answer) })),
                  { value: 'LEAVE_OUT', label: i18n._('Leave out') },
                ]}
              />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
