import { Badge } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import type { ImportState } from '../wizard/steps.js';

/** Where an import stands; in words that name what is to be done next. */
export function StateBadge({ state }: { readonly state: ImportState }) {
  const { color, label } = looksOf(state);
  return (
    <Badge variant="light" color={color} radius="sm">
      {label}
    </Badge>
  );
}

function looksOf(state: ImportState): { readonly color: string; readonly label: string } {
  switch (state) {
    case 'UPLOADED':
      return { color: 'yellow', label: i18n._('To be mapped') };
    case 'CHECKING':
      return { color: 'gray', label: i18n._('Being checked') };
    case 'CHECKED':
      return { color: 'yellow', label: i18n._('Checked, not imported') };
    case 'RUNNING':
      return { color: 'petrol', label: i18n._('Running') };
    case 'PAUSED':
      return { color: 'yellow', label: i18n._('Paused') };
    case 'DONE':
      return { color: 'green', label: i18n._('Imported') };
    case 'FAILED':
      return { color: 'red', label: i18n._('Failed') };
    case 'CANCELLED':
      return { color: 'gray', label: i18n._('Cancelled') };
    case 'UNDOING':
      return { color: 'petrol', label: i18n._('Being undone') };
    case 'UNDONE':
      return { color: 'gray', label: i18n._('Undone') };
  }
}
