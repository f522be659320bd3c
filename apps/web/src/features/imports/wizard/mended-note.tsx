import { Alert } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import type { Import } from '../imports.graphql.js';

/** Says that a file is recognised as the findings of an earlier one, and what follows from that. */
export function MendedNote({ mends }: Pick<Import, 'mends'>) {
  if (!mends) return null;
  return (
    <Alert color="petrol" mb="md" title={i18n._('This is a mended findings file of {fileName}', mends)}>
      {i18n._(
        'The mapping of that import is taken over. Only what was mended changes, and rows that are not in the file stay as they are. If it is a register of its own, say so under “What the file covers”.',
      )}
    </Alert>
  );
}
