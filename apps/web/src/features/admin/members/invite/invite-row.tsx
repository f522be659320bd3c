import { ActionIcon, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import type { ClipboardEvent } from 'react';
import { i18n } from '../../../../shared/i18n.js';
import { RoleSelect } from '../../../../shared/pickers/role-select.js';
import classes from './invite-row.module.css';
import type { InvitationRow } from './parse-invitations.js';

interface InviteRowProps {
  readonly form: UseFormReturnType<{ invitations: (InvitationRow & { key: string })[] }>;
  readonly index: number;
  /** True when the pasted text was a list and has become rows. */
  readonly onPaste: (text: string) => boolean;
  readonly onRemove: (() => void) | undefined;
}

export function InviteRow({ form, index, onPaste, onRemove }: InviteRowProps) {
  const field = `invitations.${index}`;
  const row = form.values.invitations[index];
  if (!row) return null;

  const readPasted = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (text.includes('@') && onPaste(text)) event.preventDefault();
  };

  return (
    <div
      className={classes['row']}
      role="group"
      aria-label={i18n._('Person {number}', { number: index + 1 })}
    >
      <TextInput
        label={i18n._('Name')}
        onPaste={readPasted}
        autoComplete="off"
        data-autofocus={index === 0 || undefined}
        {...form.getInputProps(`${field}.name`)}
      />
      <TextInput
        label={i18n._('E-mail address')}
        type="email"
        autoComplete="off"
        {...form.getInputProps(`${field}.email`)}
      />
      <RoleSelect value={row.role} onChange={(role) => form.setFieldValue(`${field}.role`, role)} />
      <ActionIcon
        className={classes['remove']}
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={i18n._('Leave out person {number}', { number: index + 1 })}
        disabled={!onRemove}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
