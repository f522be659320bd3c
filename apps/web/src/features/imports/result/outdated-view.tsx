import { Button } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import type { Import } from '../imports.graphql.js';
import { useCheckAgain } from '../mapping/use-check-again.js';
import { ResultHead } from './result-head.js';

/** Of a check that went by other units: its counts would not come true, so they are not shown. */
export function OutdatedView({ source }: { readonly source: Import }) {
  const { checkAgain, isRunning } = useCheckAgain(source);
  return (
    <ResultHead
      headline={i18n._('Units have changed since this file was checked')}
      lead={i18n._(
        'Some units, or names that files call them by, are not what they were, so its result would not come true. Check it again; what you decided is kept.',
      )}
    >
      <Button loading={isRunning} onClick={() => void checkAgain()}>
        {i18n._('Check again')}
      </Button>
    </ResultHead>
  );
}
