import { useCallback, useMemo } from 'react';
import { useMutation, type AnyVariables, type TypedDocumentNode } from 'urql';
import { toastProblem } from '../ui/toast.js';
import { problemOf } from './problem.js';

/** The value of the only root field of a mutation. */
type Outcome<Data> = NonNullable<Data[keyof Data]>;

interface Action<Data, Variables> {
  /** The result union, or null when the request failed; the reason has then been shown as a toast. */
  readonly run: (variables: Variables) => Promise<Outcome<Data> | null>;
  readonly isRunning: boolean;
}

/**
 * Runs a mutation with one root field. Queries that show the types in its answer are asked again by themselves;
 * name in `refreshes` those that the answer does not contain.
 */
export function useAction<Data, Variables extends AnyVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  refreshes: readonly string[] = [],
): Action<Data, Variables> {
  const [state, execute] = useMutation(mutation);
  const names = refreshes.join(' ');
  const context = useMemo(() => ({ additionalTypenames: names ? names.split(' ') : [] }), [names]);
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<Data> | null> => {
      const { data, error } = await execute(variables, context);
      if (error || !data) {
        if (error) toastProblem(problemOf(error));
        return null;
      }
      const [outcome] = Object.values(data) as Data[keyof Data][];
      return outcome ?? null;
    },
    [execute, context],
  );
  return { run, isRunning: state.fetching };
}
