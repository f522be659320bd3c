import { useApiQuery } from '../graphql/use-api-query.js';
import { frameworkNamesQuery } from './framework.graphql.js';

interface FrameworkNames {
  /** The question's text; its key while that is not known. */
  readonly question: (key: string) => string;
  readonly dimension: (key: string) => string;
}

/** The words behind the keys that figures carry. */
export function useFrameworkNames(): FrameworkNames {
  const framework = useApiQuery(frameworkNamesQuery, {});
  const { questions, dimensions } =
    framework.kind === 'ready' ? framework.data.framework : { questions: [], dimensions: [] };
  return {
    question: (wanted) => questions.find(({ key }) => key === wanted)?.text ?? wanted,
    dimension: (wanted) => dimensions.find(({ key }) => key === wanted)?.name ?? wanted,
  };
}
