import { useState } from 'react';
import { showUserError, type UserErrorFields } from '../../../../shared/forms/user-error.js';
import type { Contradiction } from './contradiction.js';

interface StageForm {
  readonly setFieldError: (field: string, message: string) => void;
}

/** What the api has against a change of the stages: beside its field, as a contradiction, or above the form. */
export function useStageRefusal(form: StageForm, fields: readonly string[], onRefused?: () => void) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [contradiction, setContradiction] = useState<Contradiction | null>(null);
  const refuse = (error: UserErrorFields) => {
    onRefused?.();
    showUserError(error, {
      fields,
      setFieldError: form.setFieldError,
      setFormError: setRefusal,
    });
  };
  return {
    refusal,
    contradiction,
    clear: () => {
      setRefusal(null);
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
