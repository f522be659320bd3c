import {
  type ConflictUserError,
  type InvalidInputError,
  orUserError,
  userError,
} from '@pilotage/platform/graphql';
import { StageContradictionError } from './stage-contradiction.error.js';
import { StageContradiction } from './stage.graphql.js';

/** As `orUserError`, with a contradiction to the timeline as one more thing that the user can act on. */
export async function orStageError<T>(
  work: () => Promise<T>,
): Promise<T | InvalidInputError | ConflictUserError | StageContradiction> {
  try {
    return await orUserError(work);
  } catch (error) {
    if (!(error instanceof StageContradictionError)) throw error;
    const { message, path, conflictingRecordId } = error;
    return userError(StageContradiction, message, path, 'STAGE_CONTRADICTION', { conflictingRecordId });
  }
}
