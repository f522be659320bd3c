import { DomainError } from '@pilotage/platform';

/** What was to be recorded contradicts a record; the message says which and what to do. */
export class StageContradictionError extends DomainError {
  readonly code = 'CONFLICT';
  readonly path: readonly string[] = ['on'];
  constructor(
    message: string,
    readonly conflictingRecordId: string,
  ) {
    super(message);
  }
}
