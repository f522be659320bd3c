import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import type { VariablesOf } from '../../../shared/graphql/graphql.js';
import { startRoundMutation } from './start.graphql.js';

type StartInput = VariablesOf<typeof startRoundMutation>['input'];

interface StartRoundAction {
  /** Begins a round and goes to its form. */
  readonly start: (input: StartInput) => Promise<void>;
  readonly isStarting: boolean;
  /** Why it could not begin. */
  readonly refusal: string | null;
  /** Another round of the subject is open; its form is where to go. */
  readonly isOtherOpen: boolean;
}

export function useStartRound(): StartRoundAction {
  const navigate = useNavigate({ from: '/t/$slug' });
  const { run, isRunning } = useAction(startRoundMutation, ['AssessmentDraft']);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly code: string } | null>(null);
  const start = async (input: StartInput) => {
    setRefusal(null);
    const outcome = await run({ input });
    if (!outcome) return;
    matchResult(outcome, {
      StartAssessmentSuccess: ({ draft }) =>
        void navigate({ to: '/t/$slug/drafts/$draftId', params: { draftId: draft.id } }),
      InvalidInputError: setRefusal,
    });
  };
  return {
    start,
    isStarting: isRunning,
    refusal: refusal?.message ?? null,
    isOtherOpen: refusal?.code === 'DRAFT_OPEN',
  };
}
