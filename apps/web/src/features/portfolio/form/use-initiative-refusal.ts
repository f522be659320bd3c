import { useRefusal, type RefusedForm } from '../../../shared/forms/use-refusal.js';
import type { UserErrorFields } from '../../../shared/forms/user-error.js';
import { atField, INITIATIVE_FIELDS } from './initiative-values.js';

/** What the api has against an initiative, at the fields of its form. */
export function useInitiativeRefusal(form: RefusedForm, onRefused?: () => void) {
  const { refuse, ...rest } = useRefusal(form, INITIATIVE_FIELDS, onRefused);
  return { ...rest, refuse: (error: UserErrorFields) => refuse(atField(error)) };
}
