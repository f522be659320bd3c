import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { FormRefusal } from '../../shared/forms/form-refusal.js';
import { i18n } from '../../shared/i18n.js';
import { safeReturnTo } from '../../shared/routing/return-to.js';
import { signIn } from '../../shared/session/auth.js';
import { AnchorLink } from '../../shared/ui/links.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const { returnTo } = route.useSearch();
  const [refusal, setRefusal] = useState<string | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.includes('@') ? null : i18n._('Enter your e-mail address.')),
      password: (value) => (value ? null : i18n._('Enter your password.')),
    },
  });

  const submit = form.onSubmit(async ({ email, password }) => {
    setRefusal(null);
    const outcome = await signIn(email.trim(), password);
    // A full load, so that nothing of whoever was here before stays in memory.
    if (outcome.kind === 'done') window.location.assign(safeReturnTo(returnTo));
    else setRefusal(outcome.message);
  });

  return (
    <PlainLayout title={i18n._('Sign in')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormRefusal message={refusal} />
          <TextInput
            label={i18n._('E-mail address')}
            type="email"
            autoComplete="username"
            inputMode="email"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={i18n._('Password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': i18n._('Show password') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" fullWidth loading={form.submitting}>
            {i18n._('Sign in')}
          </Button>
          <AnchorLink to="/forgot-password" size="sm" ta="center">
            {i18n._('Forgot your password?')}
          </AnchorLink>
        </Stack>
      </form>
    </PlainLayout>
  );
}
