import { useState } from 'react';
import { useStartAssessment, type StartInput } from '../../../shared/assessment/use-start-assessment.js';

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
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly code: string } | null>(null);
  const { start, isStarting } = useStartAssessment(setRefusal);
  return {
    start: (input) => {
      setRefusal(null);
      return start(input);
    },
    isStarting,
    refusal: refusal?.message ?? null,
    isOtherOpen: refusal?.code === 'DRAFT_OPEN',
  };
}
