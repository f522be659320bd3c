import { Button, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { FormRefusal } from '../../shared/forms/form-refusal.js';
import { NewPasswordInput, newPasswordProblem } from '../../shared/forms/new-password-input.js';
import { useRefusal } from '../../shared/forms/use-refusal.js';
import { matchResult } from '../../shared/graphql/result.js';
import { useAction } from '../../shared/graphql/use-action.js';
import { i18n } from '../../shared/i18n.js';
import { signIn } from '../../shared/session/auth.js';
import { acceptLinkMutation, type LinkPreview } from './accept-link.graphql.js';

interface NewAccountFormProps {
  readonly token: string;
  readonly link: LinkPreview;
}

/** Makes the account, signs in with it and goes to where the link leads. */
export function NewAccountForm({ token, link }: NewAccountFormProps) {
  const { run } = useAction(acceptLinkMutation);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: link.name ?? '', email: link.email ?? '', password: '' },
    validate: {
      name: (value) => (value.trim() ? null : i18n._('Enter your name.')),
      email: (value) => (value.includes('@') ? null : i18n._('Enter your e-mail address.')),
      password: newPasswordProblem,
    },
  });
  const { refusal, refuse, clear } = useRefusal(form, ['name', 'email', 'password']);

  const submit = form.onSubmit(async ({ name, email, password }) => {
    clear();
    const outcome = await run({ input: { token, name: name.trim(), email: email.trim(), password } });
    if (!outcome) return;
    await matchResult(outcome, {
      AcceptLinkSuccess: async ({ email: account, tenantSlug }) => {
        const entered = await signIn(account, password);
        const target = tenantSlug ? `/t/${tenantSlug}` : '/operator';
        // A full load: the answers so far were given to nobody in particular.
        window.location.assign(entered.kind === 'done' ? target : '/sign-in');
      },
      InvalidInputError: async (error) => refuse(error),
      ConflictError: async (error) => refuse(error),
    });
  });

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <FormRefusal message={refusal} />
        <TextInput
          label={i18n._('Your name')}
          autoComplete="name"
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          label={i18n._('E-mail address')}
          description={link.email ? i18n._('The address that was invited; you sign in with it.') : undefined}
          type="email"
          autoComplete="username"
          readOnly={link.email !== null}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <NewPasswordInput
          label={i18n._('Password')}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <Button type="submit" fullWidth loading={form.submitting}>
          {link.kind === 'OPERATOR_SETUP' ? i18n._('Create the operator account') : i18n._('Join')}
        </Button>
      </Stack>
    </form>
  );
}
