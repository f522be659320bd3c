import { NativeSelect, Paper } from '@mantine/core';
import { useState } from 'react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AnswersDay } from './answers-day.js';
import type { QuestionnaireDraft } from './mapping-draft.js';
import { QuestionMapping } from './question-mapping.js';
import { problemOf, type StepProps } from './step-props.js';
import classes from './step.module.css';
import { askedOf } from './suggest-answers.js';
import { targetFrameworksQuery, targetsOf, type TargetFramework } from './target-frameworks.graphql.js';
import { useAnswerGuess } from './use-answer-guess.js';

/** Whether columns answer the questions of a framework, and which; guessed first, then to be overruled. */
export function QuestionnaireCard({ source, draft, onChange, problems }: StepProps) {
  const { guessColumn, guessAll } = useAnswerGuess(source);
  const [isGuessing, setGuessing] = useState(false);
  const query = useApiQuery(targetFrameworksQuery, {});
  if (query.kind !== 'ready') return null;
  const frameworks = targetsOf(query.data);
  const { questionnaire } = draft;
  const chosen = frameworks.find((one) => questionnaire && nameOf(one) === nameOfDraft(questionnaire));
  const change = (changed: QuestionnaireDraft | null) => onChange({ ...draft, questionnaire: changed });

  const choose = async (name: string) => {
    const framework = frameworks.find((one) => nameOf(one) === name);
    if (!framework) return change(null);
    setGuessing(true);
    const guess = await guessAll(framework);
    setGuessing(false);
    change({ ...guess, assessed: questionnaire?.assessed ?? guess.assessed });
  };
  const setColumn = async (question: TargetFramework['questions'][number], column: number | null) => {
    if (!questionnaire) return;
    const others = questionnaire.questions.filter((one) => one.question !== question.key);
    const own = column === null ? [] : [await guessColumn(question, column)];
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
        disabled={isGuessing || questionnaire === undefined}
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
            })}{' '}
            {askedOf(chosen).length < chosen.questions.length &&
              i18n._(
                'What only the organisation is asked is not among them: initiatives inherit its answers.',
              )}
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
