import { useState } from 'react';
import { useRefusal, type RefusedForm } from '../../../../shared/forms/use-refusal.js';
import type { UserErrorFields } from '../../../../shared/forms/user-error.js';
import type { Contradiction } from './contradiction.js';

/** What the api has against a change of the stages: beside its field, as a contradiction, or above the form. */
export function useStageRefusal(form: RefusedForm, fields: readonly string[], onRefused?: () => void) {
  const { refusal, refuse, clear } = useRefusal(form, fields, onRefused);
  const [contradiction, setContradiction] = useState<Contradiction | null>(null);
  return {
    refusal,
    contradiction,
    clear: () => {
      clear();
      setContradiction(null);
    },
    cases: {
      InvalidInputError: refuse,
      ConflictError: refuse,
      StageContradictionError: ({
        message,
        conflictingRecordId,
      }: UserErrorFields & { readonly conflictingRecordId: string | null }) => {
        onRefused?.();
        setContradiction({ message, recordId: conflictingRecordId });
      },
    },
  };
}
