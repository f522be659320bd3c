import { useNavigate } from '@tanstack/react-router';
import type { UserErrorFields } from '../forms/user-error.js';
import type { VariablesOf } from '../graphql/graphql.js';
import { matchResult } from '../graphql/result.js';
import { useAction } from '../graphql/use-action.js';
import { startAssessmentMutation } from './start-assessment.graphql.js';

export type StartInput = VariablesOf<typeof startAssessmentMutation>['input'];

interface StartAssessmentAction {
  /** Begins a round and goes to its form. */
  readonly start: (input: StartInput) => Promise<void>;
  readonly isStarting: boolean;
}

/** @param onRefused is told why it could not begin */
export function useStartAssessment(
  onRefused: (error: UserErrorFields & { readonly code: string }) => void,
): StartAssessmentAction {
  const navigate = useNavigate({ from: '/t/$slug' });
  const { run, isRunning } = useAction(startAssessmentMutation, ['AssessmentDraft']);
  const start = async (input: StartInput) => {
    const outcome = await run({ input });
    if (!outcome) return;
    matchResult(outcome, {
      StartAssessmentSuccess: ({ draft }) =>
        void navigate({ to: '/t/$slug/drafts/$draftId', params: { draftId: draft.id } }),
      InvalidInputError: onRefused,
    });
  };
  return { start, isStarting: isRunning };
}
