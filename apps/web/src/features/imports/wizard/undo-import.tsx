import { ConfirmButton } from '@pilotage/web-ui';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import { undoImportMutation } from '../import-stops.graphql.js';
import type { Import } from '../imports.graphql.js';

/** Takes back all that an import wrote; of an undoing that stopped half-way, the rest. */
export function UndoImport({ source }: { readonly source: Import }) {
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(undoImportMutation, ['Initiative', 'Unit']);
  const { id, state, counts, isHalfUndone } = source;
  if (!(state === 'DONE' || (state === 'CANCELLED' && counts) || isHalfUndone)) return null;

  const refuse = (error: { readonly message: string }) => {
    idempotency.renew();
    toastRefusal(error);
  };
  const undo = async () => {
    const outcome = await run({ input: { importId: id, idempotencyKey: idempotency.key } });
    if (!outcome) return;
    matchResult(outcome, {
      UndoImportSuccess: () => idempotency.renew(),
      InvalidInputError: refuse,
      ConflictError: refuse,
    });
  };

  return (
    <ConfirmButton
      question={i18n._(
        'New initiatives of this file leave every list, and what it changed is again as it was. What people recorded or corrected since stays. The history tells both.',
      )}
      confirmLabel={i18n._('Undo the import')}
      isDangerous
      isBusy={isRunning}
      onConfirm={() => void undo()}
    >
      {isHalfUndone ? i18n._('Go on undoing') : i18n._('Undo')}
    </ConfirmButton>
  );
}
