import { Button, type ButtonProps } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { i18n } from '../i18n.js';
import { copyText } from './copy.js';

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
  readonly size?: ButtonProps['size'];
  readonly variant?: ButtonProps['variant'];
}

/** Copies a text and says so for two seconds, also to screen readers. */
export function CopyButton({ text, label = i18n._('Copy'), size, variant = 'default' }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return;
    const timer = setTimeout(() => setState('idle'), 2_000);
    return () => clearTimeout(timer);
  }, [state]);

  const said = { idle: label, copied: i18n._('Copied'), refused: i18n._('Select and copy it by hand') }[
    state
  ];
  const Sign = state === 'copied' ? IconCheck : IconCopy;
  return (
    <Button
      size={size}
      variant={variant}
      leftSection={<Sign size={15} stroke={1.8} aria-hidden />}
      onClick={() => void copyText(text).then((isCopied) => setState(isCopied ? 'copied' : 'refused'))}
    >
      <span aria-live="polite">{said}</span>
    </Button>
  );
}
