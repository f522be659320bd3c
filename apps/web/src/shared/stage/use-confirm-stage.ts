import type { Stage } from '@pilotage/web-ui';
import { useIdempotencyKey } from '../forms/idempotency-key.js';
import { matchResult } from '../graphql/result.js';
import { useAction } from '../graphql/use-action.js';
import { i18n } from '../i18n.js';
import { useTenant } from '../session/tenant-context.js';
import { toastDone, toastRefusal } from '../ui/toast.js';
import { confirmStageMutation } from './confirm-stage.graphql.js';

interface ConfirmStageAction {
  /** Notes that an initiative is today still where it was. */
  readonly confirm: (stage: Stage) => Promise<void>;
  readonly isConfirming: boolean;
}

export function useConfirmStage({
  id,
  name,
}: {
  readonly id: string;
  readonly name: string;
}): ConfirmStageAction {
  const { today } = useTenant();
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(confirmStageMutation, ['StageRecord']);
  const refuse = (error: { readonly message: string }) => {
    idempotency.renew();
    toastRefusal(error);
  };
  const confirm = async (stage: Stage) => {
    const outcome = await run({
      input: { idempotencyKey: idempotency.key, initiativeId: id, stage, seenOn: today },
    });
    if (!outcome) return;
    matchResult(outcome, {
      RecordStageSuccess: () => toastDone(i18n._('Noted: {name} is still there today.', { name })),
      InvalidInputError: refuse,
      StageContradictionError: refuse,
      ConflictError: refuse,
    });
  };
  return { confirm, isConfirming: isRunning };
}
