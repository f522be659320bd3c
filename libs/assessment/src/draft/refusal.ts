/** An input that cannot be taken: which field, a stable word for programs, and what people can do. */
export interface Refusal {
  readonly kind: 'refused';
  readonly path: string;
  readonly reason: string;
  readonly message: string;
}

export function refused(path: string, reason: string, message: string): Refusal {
  return { kind: 'refused', path, reason, message };
}
