import { ConfirmButton } from '@pilotage/web-ui';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import { cancelImportMutation } from '../import-stops.graphql.js';
import type { Import } from '../imports.graphql.js';
import type { ImportState } from './steps.js';

const OVER: readonly ImportState[] = ['DONE', 'CANCELLED', 'UNDOING', 'UNDONE'];

/** Discards a file that was not imported; stops an import that runs, or ends one that stopped half-way. */
export function CancelImport({ source }: { readonly source: Import }) {
  const { run, isRunning } = useAction(cancelImportMutation, ['Initiative', 'Unit']);
  const { id, state, isHalfDone, isHalfUndone, fileName } = source;
  if (OVER.includes(state) || isHalfUndone) return null;

  const hasRun = state === 'RUNNING' || isHalfDone;
  const cancel = async () => {
    const outcome = await run({ input: { importId: id } });
    if (!outcome) return;
    matchResult(outcome, {
      CancelImportSuccess: () =>
        toastDone(
          hasRun ? i18n._('The import is stopped.') : i18n._('{fileName} is discarded.', { fileName }),
        ),
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };

  return (
    <ConfirmButton
      question={
        hasRun
          ? i18n._(
              'What is imported so far stays; the other rows are not imported. It cannot be started again, but the same file can be uploaded again: it goes on with what is missing.',
            )
          : i18n._('Its rows, mapping and findings are thrown away. Nothing of it is imported.')
      }
      confirmLabel={hasRun ? i18n._('Stop the import') : i18n._('Discard the file')}
      isDangerous
      isBusy={isRunning}
      onConfirm={() => void cancel()}
    >
      {hasRun ? i18n._('Stop') : i18n._('Discard')}
    </ConfirmButton>
  );
}
