import { useState, type ReactNode } from 'react';
import { Button, Group, Popover, type ButtonProps } from '@mantine/core';
import { i18n } from '../words/i18n.js';

interface ConfirmButtonProps {
  /** On the button. */
  children: ReactNode;
  /** What will happen, and whether it can be undone. */
  question: ReactNode;
  /** On the second button; names the deed, not "OK". */
  confirmLabel: string;
  onConfirm: () => void;
  isDangerous?: boolean;
  isBusy?: boolean;
  disabled?: boolean;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
}

/** Asks once before it does what is hard to undo. Escape or a click elsewhere is a no. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { children, question, confirmLabel, onConfirm, isDangerous = false, isBusy = false } = props;
  const [isAsking, setAsking] = useState(false);
  const confirm = () => {
    setAsking(false);
    onConfirm();
  };
  return (
    <Popover opened={isAsking} onChange={setAsking} width={300} shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={props.variant ?? 'default'}
          size={props.size}
          loading={isBusy}
          disabled={props.disabled}
          onClick={() => setAsking((was) => !was)}
        >
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={confirmLabel}>
        <div className="pl-confirm-question">{question}</div>
        <Group gap="xs" justify="flex-end" mt="sm">
          <Button variant="default" size="xs" onClick={() => setAsking(false)} data-autofocus>
            {i18n.t('Cancel')}
          </Button>
          <Button size="xs" color={isDangerous ? 'red' : undefined} onClick={confirm}>
            {confirmLabel}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
