import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import { checkImportMutation, type Import } from '../imports.graphql.js';
import { fromMapping, toInput, type MappingDraft } from './mapping-draft.js';
import { useMappingDraft } from './use-mapping-draft.js';

/** Checks a file again that was checked, with the mapping it has, or with a change of it. */
export function useCheckAgain(source: Import) {
  const { run, isRunning } = useAction(checkImportMutation);
  const { forget } = useMappingDraft(source);
  const checkAgain = async (change: (draft: MappingDraft) => MappingDraft = (draft) => draft) => {
    const mapping = source.mapping && toInput(change(fromMapping(source.mapping)));
    const outcome = mapping && (await run({ input: { importId: source.id, mapping } }));
    if (!outcome) return;
    matchResult(outcome, {
      CheckImportSuccess: forget,
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  return { checkAgain, isRunning };
}
