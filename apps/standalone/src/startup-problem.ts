/** A reason not to start that the reader can remove. Printed as it stands, without a stack trace. */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem';
}

/** The system's short name of an error (`EACCES`), or its message where it has none. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'message' in error ? String(error.message) : String(error);
}
