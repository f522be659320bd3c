import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/** A modal that is open as long as it is rendered; once it is gone, what opened it has the focus again. */
export function Dialog(props: Omit<ModalProps, 'opened'>) {
  // By the first effect the modal has taken the focus already.
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
    },
    [opener],
  );
  return <Modal opened {...props} />;
}
