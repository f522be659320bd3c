import { Alert } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { i18n } from '../i18n.js';

/** Says that the figures are about to change, and of how many initiatives. */
export function Recomputing({ pending }: { readonly pending: number }) {
  return (
    <div role="status">
      {pending > 0 && (
        <Alert color="yellow" py="xs" mb="md" icon={<IconRefresh size={18} className="pl-turning" />}>
          {i18n._(
            '{pending, plural, one {One initiative is being recomputed. The figures follow by themselves in a moment.} other {# initiatives are being recomputed. The figures follow by themselves in a moment.}}',
            { pending },
          )}
        </Alert>
      )}
    </div>
  );
}
