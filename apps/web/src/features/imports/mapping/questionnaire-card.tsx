import { NativeSelect, Paper } from '@mantine/core';
import { useState } from 'react';
import { useClient } from 'urql';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { columnValuesQuery } from '../imports.graphql.js';
import { AnswersDay } from './answers-day.js';
import type { QuestionDraft, QuestionnaireDraft } from './mapping-draft.js';
import { QuestionMapping } from './question-mapping.js';
import { problemOf, type StepProps } from './step-props.js';
import classes from './step.module.css';
import { suggestAnswer, suggestColumn } from './suggest-answers.js';
import { targetFrameworksQuery, type TargetFramework } from './target-frameworks.graphql.js';

/** Whether columns answer the questions of a framework, and which; guessed first, then to be overruled. */
export function QuestionnaireCard({ source, draft, onChange, problems }: StepProps) {
  const client = useClient();
  const [isGuessing, setGuessing] = useState(false);
  const query = useApiQuery(targetFrameworksQuery, {});
  if (query.kind !== 'ready') return null;
  const frameworks = [...query.data.ownFrameworks.map(({ framework }) => framework), query.data.framework];
  const { questionnaire } = draft;
  const chosen = frameworks.find((one) => questionnaire && nameOf(one) === nameOfDraft(questionnaire));
  const change = (changed: QuestionnaireDraft | null) => onChange({ ...draft, questionnaire: changed });

  const mapped = async (
    question: TargetFramework['questions'][number],
    column: number,
  ): Promise<QuestionDraft> => {
    const { data } = await client.query(columnValuesQuery, { id: source.id, column }).toPromise();
    const values = (data?.import?.valuesOf ?? []).map(({ value }) => value).filter((value) => value !== '');
    return {
      column,
      question: question.key,
      values: Object.fromEntries(values.map((value) => [value, suggestAnswer(value, question)])),
    };
  };
  const choose = async (name: string) => {
    const framework = frameworks.find((one) => nameOf(one) === name);
    if (!framework) return change(null);
    setGuessing(true);
    const questions = await Promise.all(
      askedOf(framework).flatMap((question) => {
        const column = suggestColumn(question, source.columns);
        return column === null ? [] : [mapped(question, column)];
      }),
    );
    setGuessing(false);
    change({
      frameworkId: framework.id,
      frameworkVersion: framework.version,
      assessed: questionnaire?.assessed ?? null,
      questions,
    });
  };
  const setColumn = async (question: TargetFramework['questions'][number], column: number | null) => {
    if (!questionnaire) return;
    const others = questionnaire.questions.filter((one) => one.question !== question.key);
    const own = column === null ? [] : [await mapped(question, column)];
    change({ ...questionnaire, questions: [...others, ...own] });
  };

  return (
    <Paper withBorder radius="lg" mt="md" className={classes['card']}>
      <h2 className={classes['title']}>{i18n._('Answers to questions')}</h2>
      <p className={classes['lead']}>
        {i18n._(
          'Where columns answer the questions of a questionnaire with yes, partly or no, each row becomes an assessment.',
        )}
      </p>
      <NativeSelect
        label={i18n._('Columns answer')}
        maw={420}
        disabled={isGuessing}
        value={questionnaire ? nameOfDraft(questionnaire) : ''}
        onChange={(event) => void choose(event.currentTarget.value)}
        data={[
          { value: '', label: i18n._('No questions') },
          ...frameworks.map((one) => ({
            value: nameOf(one),
            label: i18n._('{name}, version {version}', { name: one.name, version: one.version }),
          })),
        ]}
      />
      {questionnaire && chosen && (
        <>
          <AnswersDay
            columns={source.columns}
            chosen={questionnaire.assessed}
            problem={problemOf(problems, 'assessedOn')}
            onChange={(assessed) => change({ ...questionnaire, assessed })}
          />
          <p className={classes['note']}>
            {i18n._('{mapped} of {all} questions have a column; the guesses are by header and value.', {
              mapped: questionnaire.questions.length,
              all: askedOf(chosen).length,
            })}
          </p>
          {askedOf(chosen).map((question) => (
            <QuestionMapping
              key={question.key}
              question={question}
              columns={source.columns}
              mapped={questionnaire.questions.find((one) => one.question === question.key)}
              onColumn={(column) => void setColumn(question, column)}
              onChange={(changed) =>
                change({
                  ...questionnaire,
                  questions: questionnaire.questions.map((one) =>
                    one.question === question.key ? changed : one,
                  ),
                })
              }
            />
          ))}
        </>
      )}
    </Paper>
  );
}

const nameOf = ({ id, version }: TargetFramework): string => `${id} ${version}`;
const nameOfDraft = ({ frameworkId, frameworkVersion }: QuestionnaireDraft): string =>
  `${frameworkId} ${frameworkVersion}`;

/** What only the organisation is asked is inherited by its initiatives. */
const askedOf = ({ questions }: TargetFramework) => questions.filter(({ scope }) => scope !== 'ORGANISATION');
