import { Button, Group, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { i18n } from '../i18n.js';

interface ConfirmModalProps {
  readonly isOpen: boolean;
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode;
  /** Names the deed, not "OK". */
  readonly confirmLabel: string;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that is hard to undo and was chosen in a menu; beside a button stands `ConfirmButton`. */
export function ConfirmModal({
  isOpen,
  title,
  children,
  confirmLabel,
  isBusy,
  onConfirm,
  onClose,
}: ConfirmModalProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} centered>
      <Text component="div" size="sm">
        {children}
      </Text>
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose} data-autofocus>
          {i18n._('Cancel')}
        </Button>
        <Button color="var(--pl-bad)" loading={isBusy} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </Group>
    </Modal>
  );
}
