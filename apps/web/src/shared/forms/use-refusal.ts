import { useState } from 'react';
import { showUserError, type UserErrorFields } from './user-error.js';

export interface RefusedForm {
  readonly setFieldError: (field: string, message: string) => void;
}

/**
 * What the api has against a form: beside its field, or above the form.
 * @param onRefused renews the idempotency key, where there is one: the refused input has taken it
 */
export function useRefusal(form: RefusedForm, fields: readonly string[], onRefused?: () => void) {
  const [refusal, setRefusal] = useState<string | null>(null);
  return {
    refusal,
    refuse: (error: UserErrorFields) => {
      onRefused?.();
      showUserError(error, { fields, setFieldError: form.setFieldError, setFormError: setRefusal });
    },
    clear: () => setRefusal(null),
  };
}
