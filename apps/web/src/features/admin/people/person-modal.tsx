import { Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { useRefusal } from '../../../shared/forms/use-refusal.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { toastDone } from '../../../shared/ui/toast.js';
import { savePersonMutation, type Person } from './people.graphql.js';

interface PersonModalProps {
  /** Null: a new one. */
  readonly person: Person | null;
  readonly onClose: () => void;
}

export function PersonModal({ person, onClose }: PersonModalProps) {
  const { can } = useTenant();
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(savePersonMutation, ['Person']);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: person?.name ?? '', email: person?.email ?? '' },
    validate: {
      name: (value) => (value.trim() ? null : i18n._('Enter a name.')),
      email: (value) =>
        !value || value.includes('@') ? null : i18n._('Enter an e-mail address, or nothing.'),
    },
  });
  const { refusal, refuse, clear } = useRefusal(form, ['name', 'email'], idempotency.renew);

  const submit = form.onSubmit(async ({ name, email }) => {
    clear();
    const values = { id: person?.id, name: name.trim(), email: email.trim() || null };
    const outcome = await run({ input: { idempotencyKey: idempotency.key, ...values } });
    if (!outcome) return;
    matchResult(outcome, {
      SavePersonSuccess: (saved) => {
        toastDone(i18n._('{name} is saved.', { name: saved.person.name }));
        onClose();
      },
      InvalidInputError: refuse,
      ConflictError: refuse,
    });
  });

  return (
    <Dialog
      onClose={onClose}
      title={person ? i18n._('Edit {name}', { name: person.name }) : i18n._('Add a person')}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormRefusal message={refusal} />
          <TextInput
            label={i18n._('Name')}
            autoComplete="off"
            data-autofocus
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={i18n._('E-mail address')}
            description={
              person?.hasSeat
                ? i18n._(
                    'Only an admin changes it, as this person has a seat. Links of an open invitation end.',
                  )
                : i18n._('Optional. A later invitation to this address gives this person a seat.')
            }
            disabled={person?.hasSeat && !can('member.manage')}
            type="email"
            autoComplete="off"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <FormButtons onCancel={onClose} loading={isRunning}>
            {i18n._('Save')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
