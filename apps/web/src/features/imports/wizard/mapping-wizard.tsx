import { Alert, Button, Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { fieldOf, type UserErrorFields } from '../../../shared/forms/user-error.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { useApiQuery, type QueryState } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import {
  checkImportMutation,
  columnValuesQuery,
  type ColumnValues,
  type Import,
} from '../imports.graphql.js';
import { ColumnsStep } from '../mapping/columns-step.js';
import { FactsStep } from '../mapping/facts-step.js';
import { toInput, type MappingDraft } from '../mapping/mapping-draft.js';
import { problemsOf, stepOfPart, type MappingProblem } from '../mapping/mapping-problems.js';
import { QuestionnaireCard } from '../mapping/questionnaire-card.js';
import { StagesStep } from '../mapping/stages-step.js';
import { suggestKind, suggestStage } from '../mapping/suggest.js';
import { useGuessedAnswers } from '../mapping/use-answer-guess.js';
import { useMappingDraft } from '../mapping/use-mapping-draft.js';
import classes from './mapping-wizard.module.css';
import { WIZARD_STEPS, type WizardStep } from './steps.js';

const route = getRouteApi('/t/$slug/imports/$importId');

interface MappingWizardProps {
  readonly source: Import;
  readonly step: Exclude<WizardStep, 'matching' | 'result'>;
}

/** What the columns mean, which stages the file knows, and what it covers; then the check. */
export function MappingWizard({ source, step }: MappingWizardProps) {
  const navigate = route.useNavigate();
  const { draft: made, change, forget } = useMappingDraft(source);
  const values = useApiQuery(
    columnValuesQuery,
    { id: source.id, column: made.uses.stage ?? 0 },
    { pause: made.uses.stage === undefined },
  );
  const kinds = useApiQuery(
    columnValuesQuery,
    { id: source.id, column: made.uses.kind ?? 0 },
    { pause: made.uses.kind === undefined },
  );
  const named = namedIn(values);
  const draft = useGuessedAnswers(source, withSuggestions(made, named ?? [], namedIn(kinds) ?? []));
  const isGuessing = step === 'facts' && draft.questionnaire === undefined;

  // Nobody is told what is missing before they want to go on.
  const [asked, setAsked] = useState<WizardStep | null>(null);
  const [refusal, setRefusal] = useState<UserErrorFields | null>(null);
  const problems = problemsOf(step, draft, named);
  const shown = asked === step ? problems : [];
  const { run, isRunning } = useAction(checkImportMutation);

  const check = async () => {
    const mapping = toInput(draft);
    const incomplete = WIZARD_STEPS.find((each) => problemsOf(each, draft, named).length > 0);
    if (!mapping || incomplete) {
      setAsked(incomplete ?? 'columns');
      void navigate({ search: { step: incomplete ?? 'columns' } });
      return;
    }
    const outcome = await run({ input: { importId: source.id, mapping } });
    if (!outcome) return;
    const refuse = (error: UserErrorFields) => {
      setRefusal(error);
      const [part = ''] = partsOf(error);
      if (part) void navigate({ search: { step: stepOfPart(part) } });
    };
    matchResult(outcome, {
      CheckImportSuccess: () => {
        forget();
        void navigate({ search: { step: 'result' } });
      },
      InvalidInputError: refuse,
      ConflictError: refuse,
    });
  };

  const goOn = () => {
    setRefusal(null);
    setAsked(step);
    if (problems.length > 0) return;
    if (step === 'facts') void check();
    else void navigate({ search: { step: WIZARD_STEPS[WIZARD_STEPS.indexOf(step) + 1] } });
  };

  const back = WIZARD_STEPS[WIZARD_STEPS.indexOf(step) - 1];
  const parts = { source, draft, onChange: change, problems: shown };
  return (
    <>
      {refusal && (
        <Alert color="red" role="alert" mb="md">
          {refusal.message}
        </Alert>
      )}
      {step === 'columns' && <ColumnsStep {...parts} />}
      {step === 'stages' && <StagesStep {...parts} values={values} />}

      {step === 'facts' && <FactsStep {...parts} />}
      {step === 'facts' && <QuestionnaireCard {...parts} />}
      <div className={classes['bar']}>
        <div className={classes['problems']} role="alert">
          {barMessages(step, shown).map((message) => (
            <p key={message}>{message}</p>
          ))}
        </div>
        <Group gap="xs" wrap="nowrap">
          {back && (
            <ButtonLink
              from="/t/$slug/imports/$importId"
              to="/t/$slug/imports/$importId"
              search={{ step: back }}
              variant="default"
            >
              {i18n._('Back')}
            </ButtonLink>
          )}
          <Button loading={isRunning || isGuessing} onClick={goOn}>
            {step === 'facts' ? i18n._('Check the file') : i18n._('Next')}
          </Button>
        </Group>
      </div>
    </>
  );
}

/** Beside the button. Where every question is in sight, what is missing stands there; the number is enough here. */
function barMessages(step: WizardStep, problems: readonly MappingProblem[]): string[] {
  if (step !== 'facts') return problems.map(({ message }) => message);
  return problems.length === 0
    ? []
    : [
        i18n._('{count, plural, one {One answer is} other {# answers are}} missing.', {
          count: problems.length,
        }),
      ];
}

/** The path inside of the mapping. */
const partsOf = ({ path }: UserErrorFields): string[] =>
  fieldOf(path)
    .split('.')
    .filter((name) => name !== 'mapping');

/** The values of a column; null while they are not known: those of the column before may still be there. */
function namedIn(values: QueryState<ColumnValues>): string[] | null {
  if (values.kind !== 'ready' || values.isRefreshing) return null;
  return (values.data.import?.valuesOf ?? []).map(({ value }) => value).filter((value) => value !== '');
}

/** Values whose words give away what they mean need no answer. */
const withSuggestions = (
  draft: MappingDraft,
  stages: readonly string[],
  kinds: readonly string[],
): MappingDraft => ({
  ...draft,
  stageValues: { ...suggested(stages, suggestStage), ...draft.stageValues },
  kindValues: { ...suggested(kinds, suggestKind), ...draft.kindValues },
});

const suggested = <Choice,>(
  values: readonly string[],
  suggest: (value: string) => Choice | undefined,
): Record<string, Choice> =>
  Object.fromEntries(
    values.flatMap((value) => {
      const choice = suggest(value);
      return choice === undefined ? [] : [[value, choice]];
    }),
  );
