import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { i18n } from '../i18n.js';

/** As the server has it; checked here only to save a round trip. */
const leastLength = 10;

/** Null when the password is long enough. */
export function newPasswordProblem(password: string): string | null {
  return [...password].length < leastLength
    ? i18n._('Use at least {leastLength} characters.', { leastLength })
    : null;
}

/** A password that is being chosen: password managers may fill it in, and it can be shown instead of typed twice. */
export function NewPasswordInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      label={i18n._('New password')}
      description={i18n._('At least {leastLength} characters. Three or four words are easy to remember.', {
        leastLength,
      })}
      autoComplete="new-password"
      visibilityToggleButtonProps={{ 'aria-label': i18n._('Show password') }}
      {...props}
    />
  );
}
