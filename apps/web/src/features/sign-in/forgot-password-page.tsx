import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { FormRefusal } from '../../shared/forms/form-refusal.js';
import { i18n } from '../../shared/i18n.js';
import { requestPasswordReset, type ResetOutcome } from '../../shared/session/auth.js';
import { AnchorLink } from '../../shared/ui/links.js';
import { PlainLayout } from '../../shared/ui/plain-layout.js';

export function ForgotPasswordPage() {
  const [refusal, setRefusal] = useState<string | null>(null);
  const [asked, setAsked] = useState<{ email: string; kind: ResetOutcome['kind'] } | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: { email: (value) => (value.includes('@') ? null : i18n._('Enter your e-mail address.')) },
  });

  const submit = form.onSubmit(async ({ email }) => {
    setRefusal(null);
    const outcome = await requestPasswordReset(email.trim());
    if (outcome.kind === 'refused') setRefusal(outcome.message);
    else setAsked({ email: email.trim(), kind: outcome.kind });
  });

  const back = <AnchorLink to="/sign-in">{i18n._('Back to sign-in')}</AnchorLink>;

  if (asked?.kind === 'not-mailed') {
    return (
      <PlainLayout title={i18n._('Ask for a link')} foot={back}>
        <Text role="status">
          {i18n._(
            'This installation sends no e-mail. Ask the person who runs it for a link with which you set a new password.',
          )}
        </Text>
      </PlainLayout>
    );
  }
  if (asked) {
    return (
      <PlainLayout title={i18n._('Look into your mailbox')} foot={back}>
        <Text role="status">
          {i18n._(
            'If {sentTo} has an account, a link for a new password is on its way. It works for one hour.',
            { sentTo: asked.email },
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {i18n._(
            'Nothing arrives? Look among the unwanted mail, or ask the person who runs this installation.',
          )}
        </Text>
      </PlainLayout>
    );
  }
  return (
    <PlainLayout
      title={i18n._('Reset your password')}
      description={i18n._('You get a link with which you set a new one.')}
      foot={back}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormRefusal message={refusal} />
          <TextInput
            label={i18n._('E-mail address')}
            type="email"
            autoComplete="username"
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <Button type="submit" fullWidth loading={form.submitting}>
            {i18n._('Ask for the link')}
          </Button>
        </Stack>
      </form>
    </PlainLayout>
  );
}
