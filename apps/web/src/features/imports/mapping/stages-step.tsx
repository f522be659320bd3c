import { Paper } from '@mantine/core';
import { EmptyState } from '@pilotage/web-ui';
import type { QueryState } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import type { ColumnValues } from '../imports.graphql.js';
import { DateFormatField } from './date-format-field.js';
import { datesOf } from './mapping-draft.js';
import { StageValues } from './stage-values.js';
import { problemOf, type StepProps } from './step-props.js';
import classes from './step.module.css';

interface StagesStepProps extends StepProps {
  /** Of the stage column, most frequent first. */
  readonly values: QueryState<ColumnValues>;
}

/** What the file calls its stages, and how it writes dates. */
export function StagesStep({ source, draft, onChange, problems, values }: StagesStepProps) {
  const hasStage = draft.uses.stage !== undefined;
  const hasDates = datesOf(draft).length > 0;
  if (!hasStage && !hasDates) {
    return (
      <EmptyState
        title={i18n._('No column holds a stage or a date')}
        action={
          <AnchorLink
            from="/t/$slug/imports/$importId"
            to="/t/$slug/imports/$importId"
            search={{ step: 'columns' }}
          >
            {i18n._('Choose one')}
          </AnchorLink>
        }
      >
        {i18n._(
          'The initiatives then come without a stage, and count in no figure until somebody records one.',
        )}
      </EmptyState>
    );
  }
  return (
    <div className={classes['step']}>
      {hasStage && (
        <Paper withBorder radius="lg" className={classes['card']}>
          <QueryView of={values}>
            {(data) => (
              <StageValues
                header={source.columns[draft.uses.stage ?? 0]?.header ?? ''}
                values={data.import?.valuesOf ?? []}
                chosen={draft.stageValues}
                problem={problemOf(problems, 'stageValues')}
                onChange={(stageValues) => onChange({ ...draft, stageValues })}
              />
            )}
          </QueryView>
        </Paper>
      )}
      {hasDates && (
        <Paper withBorder radius="lg" className={classes['card']}>
          <DateFormatField
            columns={source.columns}
            dates={datesOf(draft)}
            format={draft.dateFormat}
            problem={problemOf(problems, 'dateFormat')}
            onChange={(dateFormat) => onChange({ ...draft, dateFormat })}
          />
        </Paper>
      )}
    </div>
  );
}
