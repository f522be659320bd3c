/** What every error of a result union carries. */
export interface UserErrorFields {
  readonly message: string;
  readonly path: readonly string[];
}

/** The name of the field that an error is about, without the leading `input`; empty for the form as a whole. */
export function fieldOf(path: readonly string[]): string {
  return (path[0] === 'input' ? path.slice(1) : path).join('.');
}

interface ErrorTarget {
  readonly setFieldError: (field: string, message: string) => void;
  readonly setFormError: (message: string) => void;
  /** Fields that the form shows; an error about another one is shown for the whole form. */
  readonly fields: readonly string[];
}

/** Puts an error beside its field, or above the form when the form has no such field. */
export function showUserError(
  error: UserErrorFields,
  { fields, setFieldError, setFormError }: ErrorTarget,
): void {
  const path = fieldOf(error.path);
  // "tags.3" is shown at "tags" when the form has one field for all of them.
  const field = fields.find((name) => path === name || path.startsWith(`${name}.`));
  if (field !== undefined) setFieldError(field, error.message);
  else setFormError(error.message);
}
