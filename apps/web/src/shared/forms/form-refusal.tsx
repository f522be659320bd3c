import { Alert } from '@mantine/core';

/** What is wrong with the form as a whole; read out when it appears. */
export function FormRefusal({ message }: { readonly message: string | null }) {
  if (!message) return null;
  return (
    <Alert color="red" role="alert" py="xs">
      {message}
    </Alert>
  );
}
