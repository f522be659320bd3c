import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FormButtons } from '../../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../../shared/forms/form-refusal.js';
import { randomKey, useIdempotencyKey } from '../../../../shared/forms/idempotency-key.js';
import { fieldOf, type UserErrorFields } from '../../../../shared/forms/user-error.js';
import { matchResult } from '../../../../shared/graphql/result.js';
import { useAction } from '../../../../shared/graphql/use-action.js';
import { i18n } from '../../../../shared/i18n.js';
import { inviteMembersMutation, type Invitation } from '../members.graphql.js';
import { InviteRow } from './invite-row.js';
import { parseInvitations, type InvitationRow } from './parse-invitations.js';

interface InviteFormProps {
  readonly onInvited: (invitations: readonly Invitation[]) => void;
  readonly onCancel: () => void;
}

const keyed = (row: InvitationRow) => ({ ...row, key: randomKey() });
const emptyRow = (): InvitationRow => ({ name: '', email: '', role: 'CONTRIBUTOR' });

/** One row a person; a list pasted into a name becomes rows. */
export function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const idempotency = useIdempotencyKey();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { run, isRunning } = useAction(inviteMembersMutation, ['Member']);
  const form = useForm({
    initialValues: { invitations: [keyed(emptyRow())] },
    validate: {
      invitations: {
        name: (value) => (value.trim() ? null : i18n._('Enter a name.')),
        email: (value) => (value.includes('@') ? null : i18n._('Enter an e-mail address.')),
      },
    },
  });
  const rows = form.values.invitations;

  const paste = (index: number, text: string): boolean => {
    const pasted = parseInvitations(text, rows[index]?.role ?? 'CONTRIBUTOR');
    if (pasted.length === 0) return false;
    const kept = rows.filter((row, at) => at !== index && (row.name || row.email));
    form.setFieldValue('invitations', [...kept, ...pasted.map(keyed)]);
    return true;
  };

  const refuse = (error: UserErrorFields) => {
    // The next attempt is another one: this key is taken by the refused input.
    idempotency.renew();
    const field = fieldOf(error.path);
    if (field.startsWith('invitations.')) form.setFieldError(field, error.message);
    else setRefusal(error.message);
  };

  const submit = form.onSubmit(async (values) => {
    setRefusal(null);
    const invitations = values.invitations.map(({ name, email, role }) => ({
      name: name.trim(),
      email: email.trim(),
      role,
    }));
    const outcome = await run({ input: { idempotencyKey: idempotency.key, invitations } });
    if (!outcome) return;
    matchResult(outcome, {
      InviteMembersSuccess: (success) => onInvited(success.invitations),
      InvalidInputError: refuse,
      ConflictError: refuse,
    });
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {i18n._('To invite many, paste a list into a name: one person a line, as name, e-mail, role.')}
        </Text>
        <FormRefusal message={refusal} />
        {rows.map((row, index) => (
          <InviteRow
            key={row.key}
            form={form}
            index={index}
            onPaste={(text) => paste(index, text)}
            onRemove={rows.length > 1 ? () => form.removeListItem('invitations', index) : undefined}
          />
        ))}
        <Group justify="space-between" gap="xs">
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => form.insertListItem('invitations', keyed(emptyRow()))}
          >
            {i18n._('Add another')}
          </Button>
          <FormButtons onCancel={onCancel} loading={isRunning}>
            {i18n._('{count, plural, one {Invite} other {Invite # people}}', { count: rows.length })}
          </FormButtons>
        </Group>
      </Stack>
    </form>
  );
}
