import { Button } from '@mantine/core';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import { pauseImportMutation } from '../import-stops.graphql.js';
import type { Import } from '../imports.graphql.js';

/** Lets a running import rest until somebody lets it go on. */
export function PauseImport({ source: { id, state } }: { readonly source: Import }) {
  const { run, isRunning } = useAction(pauseImportMutation, ['Initiative', 'Unit']);
  if (state !== 'RUNNING') return null;

  const pause = async () => {
    const outcome = await run({ input: { importId: id } });
    if (!outcome) return;
    matchResult(outcome, {
      PauseImportSuccess: () => toastDone(i18n._('The import is paused.')),
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  return (
    <Button variant="default" loading={isRunning} onClick={() => void pause()}>
      {i18n._('Pause')}
    </Button>
  );
}
