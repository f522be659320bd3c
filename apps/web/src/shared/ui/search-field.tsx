import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { i18n } from '../i18n.js';

interface SearchFieldProps {
  readonly label: string;
  /** What the address says. */
  readonly value: string | undefined;
  /** Called when the typing pauses; undefined when the field is empty. */
  readonly onSearch: (text: string | undefined) => void;
}

/** A search whose text lives in the address, so that the result is a link. */
export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value ?? '');
  const [seen, setSeen] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // Not what was typed here: the address changed by itself, as by "Clear all" or the browser's Back.
    if (value !== told) setText(value ?? '');
  }
  const tell = useDebouncedCallback((typed: string) => {
    const search = typed.trim() || undefined;
    setTold(search);
    onSearch(search);
  }, 250);
  const change = (typed: string) => {
    setText(typed);
    tell(typed);
  };
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
      rightSection={
        text && <CloseButton size="sm" aria-label={i18n._('Clear the search')} onClick={() => change('')} />
      }
    />
  );
}
