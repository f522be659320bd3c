import { Button } from '@mantine/core';
import { ConfirmButton } from '@pilotage/web-ui';
import { matchResult } from '../../shared/graphql/result.js';
import { useAction } from '../../shared/graphql/use-action.js';
import { i18n } from '../../shared/i18n.js';
import { toastDone, toastRefusal } from '../../shared/ui/toast.js';
import { setTenantSuspendedMutation, type OperatorTenant } from './operator.graphql.js';

/** Suspends an organisation after a question, resumes it without one. */
export function SuspendButton({ tenant }: { readonly tenant: OperatorTenant }) {
  const { run, isRunning } = useAction(setTenantSuspendedMutation);
  const { id, name } = tenant;

  const set = async (isSuspended: boolean) => {
    const outcome = await run({ input: { tenantId: id, isSuspended } });
    if (!outcome) return;
    matchResult(outcome, {
      SetTenantSuspendedSuccess: () =>
        toastDone(
          isSuspended
            ? i18n._('{name} is suspended.', { name })
            : i18n._('{name} is active again.', { name }),
        ),
      InvalidInputError: toastRefusal,
    });
  };

  if (tenant.isSuspended) {
    return (
      <Button size="xs" variant="default" loading={isRunning} onClick={() => void set(false)}>
        {i18n._('Resume')}
        <span className="pl-hidden">{name}</span>
      </Button>
    );
  }
  return (
    <ConfirmButton
      size="xs"
      isDangerous
      isBusy={isRunning}
      question={i18n._('Nobody can work in {name} until it is resumed. Its data stay.', { name })}
      confirmLabel={i18n._('Suspend {name}', { name })}
      onConfirm={() => void set(true)}
    >
      {i18n._('Suspend')}
      <span className="pl-hidden">{name}</span>
    </ConfirmButton>
  );
}
