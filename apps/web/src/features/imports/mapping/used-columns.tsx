import { i18n } from '../../../shared/i18n.js';
import type { ImportColumn } from '../imports.graphql.js';
import { columnLetter } from './column-letter.js';
import { dateLabel, fieldLabel, FIELDS, type Field } from './column-use.js';
import { datesOf, type MappingDraft } from './mapping-draft.js';
import { problemOf } from './step-props.js';
import type { MappingProblem } from './mapping-problems.js';
import classes from './used-columns.module.css';

interface UsedColumnsProps {
  readonly columns: readonly ImportColumn[];
  readonly draft: MappingDraft;
  readonly problems: readonly MappingProblem[];
}

/** What has been found for an initiative so far, so that nobody has to look through all columns to know. */
export function UsedColumns({ columns, draft, problems }: UsedColumnsProps) {
  const named = (index: number) => `${columnLetter(index)} ${columns[index]?.header ?? ''}`.trim();
  const column = (field: Field) => draft.uses[field];
  const name = column('name');
  const optional = FIELDS.filter((field) => field !== 'name' && column(field) !== undefined);
  return (
    <dl className={classes['used']} aria-label={i18n._('What the columns become')}>
      <Line
        term={i18n._('Identity')}
        isMissing={problemOf(problems, 'identity') !== undefined}
        value={draft.identity.map(named).join(' + ') || i18n._('Tick what tells one from another')}
      />
      <Line
        term={fieldLabel('name')}
        isMissing={problemOf(problems, 'name') !== undefined}
        value={name === undefined ? i18n._('Choose a column') : named(name)}
      />
      {optional.map((field) => (
        <Line key={field} term={fieldLabel(field)} value={named(column(field) ?? 0)} />
      ))}
      {datesOf(draft).map(({ of, column: index }) => (
        <Line key={of} term={dateLabel(of)} value={named(index)} />
      ))}
      {draft.questionnaire && (
        <Line
          term={i18n._('Answers to questions')}
          value={i18n._('{count, plural, one {One column} other {# columns}}', {
            count: draft.questionnaire.questions.length,
          })}
        />
      )}
    </dl>
  );
}

function Line({
  term,
  value,
  isMissing = false,
}: {
  readonly term: string;
  readonly value: string;
  readonly isMissing?: boolean;
}) {
  return (
    <div data-missing={isMissing || undefined}>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
