import type { DimensionKey } from '@pilotage/web-ui';
import { useApiQuery } from '../graphql/use-api-query.js';
import { isDimension } from '../words/dimension.js';
import { frameworkNamesQuery } from './framework.graphql.js';

export interface FrameworkNames {
  readonly questions: readonly {
    readonly key: string;
    readonly dimension: DimensionKey;
    readonly text: string;
  }[];
  /** The text of a question; its key while the texts are loading. */
  readonly questionText: (key: string) => string;
  readonly dimensionName: (key: string) => string;
}

/** The words behind the keys of questions and dimensions. */
export function useFrameworkNames(): FrameworkNames {
  const names = useApiQuery(frameworkNamesQuery, {});
  const framework = names.kind === 'ready' ? names.data.framework : null;
  return {
    questions: (framework?.questions ?? []).flatMap(({ key, dimensionKey, text }) =>
      isDimension(dimensionKey) ? [{ key, dimension: dimensionKey, text }] : [],
    ),
    questionText: (key) => framework?.questions.find((question) => question.key === key)?.text ?? key,
    dimensionName: (key) => framework?.dimensions.find((dimension) => dimension.key === key)?.name ?? key,
  };
}
