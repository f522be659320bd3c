import { Button, Group, type ButtonProps } from '@mantine/core';
import type { ReactNode } from 'react';
import { i18n } from '../i18n.js';

/** Props and children are those of the button that submits; its words name the deed, not "OK". */
interface FormButtonsProps extends ButtonProps {
  readonly onCancel: () => void;
  /** Another way on, between the two. */
  readonly otherwise?: ReactNode;
}

/** The last row of a form. */
export function FormButtons({ onCancel, otherwise, ...submit }: FormButtonsProps) {
  return (
    <Group justify="flex-end" gap="xs">
      <Button variant="default" onClick={onCancel}>
        {i18n._('Cancel')}
      </Button>
      {otherwise}
      <Button type="submit" {...submit} />
    </Group>
  );
}
