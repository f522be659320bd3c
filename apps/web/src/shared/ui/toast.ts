import { notifications } from '@mantine/notifications';
import type { Problem } from '../graphql/problem.js';
import { i18n } from '../i18n.js';

/** Says that something was done. What went wrong in a form stands in the form; toasts are for what has no place there. */
export function toastDone(message: string): void {
  notifications.show({ message, color: 'teal', autoClose: 5_000 });
}

/** Stays until it is closed, so that nobody misses it. */
export function toastProblem(problem: Problem): void {
  notifications.show({
    // One toast for each kind, however often it happens.
    id: `problem-${problem.code}`,
    title: i18n._('That did not work'),
    message: problem.requestId
      ? `${problem.message} ${i18n._('Reference: {requestId}', { requestId: problem.requestId })}`
      : problem.message,
    color: 'red',
    autoClose: false,
  });
}

/** A refusal of a result union where there is no form to put it. */
export function toastRefusal({ message }: { readonly message: string }): void {
  notifications.show({ id: message, message, color: 'red', autoClose: false });
}
