import { defineJob } from '@pilotage/platform';
import { z } from 'zod';

const round = z.object({ tenantId: z.uuid(), importId: z.uuid(), round: z.int().positive() });
export type ImportRound = z.infer<typeof round>;

/**
 * Goes through the rows of an import, slice after slice, for what its row says is next: a dry run or the real one.
 * Where it stands is kept with the import, so a repeated slice goes on instead of starting over.
 */
export const processImport = defineJob({
  name: 'process-import',
  queue: 'bulk',
  payload: round,
  identityOf: ({ importId, round }) => `${importId}.${round}`,
});
