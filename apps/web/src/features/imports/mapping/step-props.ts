import type { Import } from '../imports.graphql.js';
import type { MappingDraft } from './mapping-draft.js';
import type { MappingProblem, Part } from './mapping-problems.js';

/** What every step of the mapping works with. */
export interface StepProps {
  readonly source: Import;
  readonly draft: MappingDraft;
  readonly onChange: (draft: MappingDraft) => void;
  /** What is missing, once somebody wanted to go on. */
  readonly problems: readonly MappingProblem[];
}

export const problemOf = (problems: readonly MappingProblem[], part: Part): string | undefined =>
  problems.find((problem) => problem.part === part)?.message;
