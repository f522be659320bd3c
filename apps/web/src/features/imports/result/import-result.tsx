import { Button, Group } from '@mantine/core';
import { formatNumber, ProgressReceipt } from '@pilotage/web-ui';
import { getRouteApi } from '@tanstack/react-router';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { ButtonLink } from '../../../shared/ui/links.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import { startImportMutation, type Import } from '../imports.graphql.js';
import { CancelledView } from './cancelled-view.js';
import { CheckedView } from './checked-view.js';
import { DoneView } from './done-view.js';
import { OutdatedView } from './outdated-view.js';
import { canMap } from '../wizard/steps.js';
import { UndoneView } from './undone-view.js';

const route = getRouteApi('/t/$slug/imports/$importId');

/** What the check says would happen, how far the import is, and what came of it. */
export function ImportResult({ source }: { readonly source: Import }) {
  const navigate = route.useNavigate();
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(startImportMutation, ['Initiative', 'Unit', 'Import']);
  const refuse = (error: { readonly message: string }) => {
    idempotency.renew();
    toastRefusal(error);
  };
  const start = async () => {
    const outcome = await run({ input: { importId: source.id, idempotencyKey: idempotency.key } });
    if (!outcome) return;
    matchResult(outcome, {
      StartImportSuccess: () => {
        // Another start, after one that fails, is another one.
        idempotency.renew();
        void navigate({ search: {} });
      },
      InvalidInputError: refuse,
      ConflictError: refuse,
    });
  };

  switch (source.state) {
    case 'UPLOADED':
      return null;
    case 'CHECKING':
      return <AtWork source={source} label={i18n._('Checking every row. Nothing is imported yet.')} />;
    case 'CHECKED':
      if (source.isOutdated) return <OutdatedView source={source} />;
      return (
        <CheckedView key={source.round} source={source} isStarting={isRunning} onStart={() => void start()} />
      );
    case 'RUNNING':
      return <AtWork source={source} label={i18n._('Importing. You may leave this page.')} />;
    case 'PAUSED':
      return (
        <>
          <AtWork source={source} label={i18n._('Paused. What is imported so far stands.')} />
          <GoOn isRunning={isRunning} onClick={() => void start()} />
        </>
      );
    case 'UNDOING':
      return (
        <ProgressReceipt
          label={i18n._('Taking back what was imported. You may leave this page.')}
          state="RUNNING"
          progress={source.progress}
        />
      );
    case 'UNDONE':
      return <UndoneView source={source} />;
    case 'DONE':
      return <DoneView source={source} />;
    case 'CANCELLED':
      return <CancelledView source={source} />;
    case 'FAILED':
      return (
        <>
          <ProgressReceipt label={failureOf(source)} state={source.state} error={source.error} />
          {source.isHalfDone && <GoOn isRunning={isRunning} onClick={() => void start()} />}
          {canMap(source) && (
            <Group mt="md" gap="xs">
              <ButtonLink
                from="/t/$slug/imports/$importId"
                to="/t/$slug/imports/$importId"
                search={{ step: 'columns' }}
                variant="default"
              >
                {i18n._('Change the mapping')}
              </ButtonLink>
            </Group>
          )}
        </>
      );
  }
}

function failureOf({ isHalfDone, isHalfUndone }: Import): string {
  if (isHalfDone) return i18n._('The import stopped half-way');
  return isHalfUndone ? i18n._('Undoing the import stopped half-way') : i18n._('The check failed');
}

function GoOn({ isRunning, onClick }: { readonly isRunning: boolean; readonly onClick: () => void }) {
  return (
    <Group mt="md" gap="xs">
      <Button loading={isRunning} onClick={onClick}>
        {i18n._('Go on with the import')}
      </Button>
    </Group>
  );
}

function AtWork({ source, label }: { readonly source: Import; readonly label: string }) {
  const { progress, counts, rowCount } = source;
  return (
    <ProgressReceipt
      label={label}
      state="RUNNING"
      progress={progress}
      detail={
        counts &&
        i18n._('{done} of {rows} rows', { done: formatNumber(counts.rows), rows: formatNumber(rowCount) })
      }
    />
  );
}
