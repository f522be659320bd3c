import { Paper, Switch } from '@mantine/core';
import { EmptyState } from '@pilotage/web-ui';
import type { QueryState } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AnchorLink } from '../../../shared/ui/links.js';
import { QueryView } from '../../../shared/ui/query-view.js';
import type { ColumnValues } from '../imports.graphql.js';
import { DateColumn } from './date-column.js';
import { KindValues } from './kind-values.js';
import { datesOf } from './mapping-draft.js';
import { StageRules } from './stage-rules.js';
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
  if (!hasStage && !hasDates && draft.uses.kind === undefined) {
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
      {hasStage && (
        <Paper withBorder radius="lg" className={classes['card']}>
          <StageRules source={source} draft={draft} onChange={onChange} />
        </Paper>
      )}
      {hasDates && (
        <Paper withBorder radius="lg" className={classes['card']}>
          <h2 className={classes['title']}>{i18n._('Dates')}</h2>
          <p className={classes['lead']}>
            {i18n._(
              'Name the format in which each column writes its dates, of YYYY, MM or M, MMM, DD or D, and Q. A date that does not read gets a finding.',
            )}
          </p>
          {datesOf(draft).map((date) => (
            <DateColumn
              key={date.of}
              {...date}
              source={source}
              draft={draft}
              onChange={onChange}
              problems={problems}
            />
          ))}
          <Switch
            mt="md"
            label={i18n._('Leave out the earlier of two stages that were entered on one day')}
            description={i18n._('Otherwise both count, and the passage took half a day.')}
            checked={draft.sameDay === 'DROP'}
            onChange={(event) =>
              onChange({ ...draft, sameDay: event.currentTarget.checked ? 'DROP' : 'COUNT' })
            }
          />
        </Paper>
      )}
      {draft.uses.kind !== undefined && (
        <Paper withBorder radius="lg" className={classes['card']}>
          <KindValues {...{ source, draft, onChange, problems }} column={draft.uses.kind} />
        </Paper>
      )}
    </div>
  );
}
