import { Button, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { FormRefusal } from '../../shared/forms/form-refusal.js';
import { NewPasswordInput, newPasswordProblem } from '../../shared/forms/new-password-input.js';
import { i18n } from '../../shared/i18n.js';
import { resetPassword } from '../../shared/session/auth.js';
import { AnchorLink, ButtonLink } from '../../shared/ui/links.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';

export function ResetPasswordPage() {
  // Behind the #, which browsers send to nobody.
  const token = useLocation({ select: (location) => location.hash });
  const [isDone, setDone] = useState(false);

  if (isDone) {
    return (
      <PlainLayout
        title={i18n._('Your password is changed')}
        description={i18n._('You were signed out everywhere else.')}
      >
        <ButtonLink to="/sign-in" fullWidth>
          {i18n._('Sign in')}
        </ButtonLink>
      </PlainLayout>
    );
  }
  if (!token) {
    return (
      <PlainLayout title={i18n._('This link no longer works')}>
        <Text>{i18n._('It has been used, or its hour is over.')}</Text>
        <ButtonLink to="/forgot-password" fullWidth>
          {i18n._('Ask for a new link')}
        </ButtonLink>
      </PlainLayout>
    );
  }
  return (
    <PlainLayout
      title={i18n._('Set a new password')}
      foot={<AnchorLink to="/sign-in">{i18n._('Back to sign-in')}</AnchorLink>}
    >
      <NewPasswordForm token={token} onDone={() => setDone(true)} />
    </PlainLayout>
  );
}

function NewPasswordForm({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: { password: newPasswordProblem },
  });

  const submit = form.onSubmit(async ({ password }) => {
    setRefusal(null);
    const outcome = await resetPassword(token, password);
    if (outcome.kind === 'done') onDone();
    else setRefusal(outcome.message);
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormRefusal message={refusal} />
        <NewPasswordInput key={form.key('password')} {...form.getInputProps('password')} />
        <Button type="submit" fullWidth loading={form.submitting}>
          {i18n._('Set the password')}
        </Button>
      </Stack>
    </form>
  );
}
