import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { i18n } from '../../shared/i18n.js';
import { CopyField } from '../../shared/ui/copy-field.js';
import { Dialog } from '../../shared/ui/dialog.js';
import { CreateTenantForm } from './create-tenant-form.js';

interface Created {
  readonly name: string;
  readonly inviteLink: string;
}

/** First the form, then the administrator's link, which is shown this once. */
export function CreateTenantModal({ onClose }: { readonly onClose: () => void }) {
  const [created, setCreated] = useState<Created | null>(null);
  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={created ? i18n._('{name} is created', { name: created.name }) : i18n._('Create an organisation')}
      // A click beside the dialog must not lose the link, nor half a form.
      closeOnClickOutside={false}
    >
      {created ? (
        <Stack gap="md">
          <Text size="sm">
            {i18n._('Hand this link to the administrator. With it they make their account and join.')}
          </Text>
          <CopyField label={i18n._('Invitation link')} text={created.inviteLink} />
          <Alert color="yellow" py="xs">
            {i18n._('It is shown only now. It is also sent by e-mail where mail is set up.')}
          </Alert>
          <Group justify="flex-end">
            <Button onClick={onClose}>{i18n._('Done')}</Button>
          </Group>
        </Stack>
      ) : (
        <CreateTenantForm onCreated={setCreated} onCancel={onClose} />
      )}
    </Dialog>
  );
}
