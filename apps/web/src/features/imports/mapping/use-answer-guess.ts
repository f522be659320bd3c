import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { columnValuesQuery, type Import } from '../imports.graphql.js';
import type { MappingDraft, QuestionDraft, QuestionnaireDraft } from './mapping-draft.js';
import {
  askedOf,
  suggestAnswer,
  suggestAnswersDay,
  suggestColumns,
  suggestFramework,
} from './suggest-answers.js';
import { targetFrameworksQuery, targetsOf, type TargetFramework } from './target-frameworks.graphql.js';

/** Guesses what columns answer, by their headers and values. */
export function useAnswerGuess({ id, columns }: Pick<Import, 'id' | 'columns'>) {
  const client = useClient();
  const guessColumn = useCallback(
    async (question: TargetFramework['questions'][number], column: number): Promise<QuestionDraft> => {
      const { data } = await client.query(columnValuesQuery, { id, column }).toPromise();
      const values = (data?.import?.valuesOf ?? []).map(({ value }) => value).filter((value) => value !== '');
      return {
        column,
        question: question.key,
        values: Object.fromEntries(values.map((value) => [value, suggestAnswer(value, question)])),
      };
    },
    [client, id],
  );
  const guessAll = useCallback(
    async (framework: TargetFramework): Promise<QuestionnaireDraft> => ({
      frameworkId: framework.id,
      frameworkVersion: framework.version,
      assessed: suggestAnswersDay(columns),
      questions: await Promise.all(
        suggestColumns(askedOf(framework), columns).map(({ question, column }) =>
          guessColumn(question, column),
        ),
      ),
    }),
    [columns, guessColumn],
  );
  return { guessColumn, guessAll };
}

/** The draft with the answers that its columns seem to give, as long as nobody has said which they do. */
export function useGuessedAnswers(source: Import, draft: MappingDraft): MappingDraft {
  const isOpen = draft.questionnaire === undefined;
  const query = useApiQuery(targetFrameworksQuery, {}, { pause: !isOpen });
  const frameworks = query.kind === 'ready' ? query.data : null;
  const hasFailed = query.kind === 'failed';
  const { guessAll } = useAnswerGuess(source);
  const { columns } = source;
  const [guessed, setGuessed] = useState<QuestionnaireDraft | null>();
  useEffect(() => {
    if (!isOpen || (!frameworks && !hasFailed)) return;
    const framework = frameworks && suggestFramework(targetsOf(frameworks), columns);
    let isGone = false;
    void (framework ? guessAll(framework) : Promise.resolve(null)).then((guess) => {
      if (!isGone) setGuessed(guess);
    });
    return () => {
      isGone = true;
    };
  }, [isOpen, frameworks, hasFailed, columns, guessAll]);
  return isOpen ? { ...draft, questionnaire: guessed } : draft;
}
