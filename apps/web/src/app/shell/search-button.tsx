import { ActionIcon, Kbd, UnstyledButton } from '@mantine/core';
import { useOs } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { i18n } from '../../shared/i18n.js';
import classes from './search-button.module.css';

interface SearchButtonProps {
  readonly onClick: () => void;
  readonly isCompact?: boolean;
}

/** Opens the command palette; shows its key. */
export function SearchButton({ onClick, isCompact = false }: SearchButtonProps) {
  const isMac = useOs() === 'macos';
  if (isCompact) {
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={onClick}
        aria-label={i18n._('Search and go to')}
      >
        <IconSearch size={20} stroke={1.7} />
      </ActionIcon>
    );
  }
  return (
    <UnstyledButton className={classes['button']} onClick={onClick}>
      <IconSearch size={16} stroke={1.8} aria-hidden />
      <span className={classes['label']}>{i18n._('Search or go to')}</span>
      <Kbd size="xs" aria-hidden>
        {isMac ? '⌘ K' : 'Ctrl K'}
      </Kbd>
    </UnstyledButton>
  );
}
