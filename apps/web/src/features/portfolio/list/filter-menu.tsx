import { Button, Checkbox, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { i18n } from '../../../shared/i18n.js';
import classes from './filter-menu.module.css';

export interface FilterOption {
  readonly value: string;
  readonly label: string;
  /** Instead of the label in the list. */
  readonly look?: ReactNode;
}

interface FilterMenuProps<Value extends string> {
  readonly label: string;
  readonly options: readonly (FilterOption & { readonly value: Value })[];
  readonly chosen: readonly Value[] | undefined;
  /** Undefined: no restriction. */
  readonly onChange: (chosen: Value[] | undefined) => void;
  /** For options that are too many to have here: called with what is typed; the caller then brings others. */
  readonly onSearch?: (text: string) => void;
}

/** From here on a list is easier typed at than looked through. */
const MANY = 9;

/** One filter as a button that opens its choices. Any of them matches. */
export function FilterMenu<Value extends string>(props: FilterMenuProps<Value>) {
  const { label, options, chosen = [], onChange, onSearch } = props;
  const [text, setText] = useState('');
  const needle = text.trim().toLowerCase();
  const shown = onSearch ? options : options.filter((option) => option.label.toLowerCase().includes(needle));
  const type = (typed: string) => {
    setText(typed);
    onSearch?.(typed.trim());
  };
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const isSet = chosen.length > 0;
  return (
    <Popover position="bottom-start" shadow="md" width={270} trapFocus returnFocus onClose={() => type('')}>
      <Popover.Target>
        <Button
          variant={isSet ? 'light' : 'default'}
          size="sm"
          className={classes['button']}
          rightSection={<IconChevronDown size={15} stroke={1.8} aria-hidden />}
        >
          {isSet ? `${label}: ${summaryOf(names, chosen.length)}` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className={classes['menu']}>
        {(onSearch || options.length >= MANY) && (
          <TextInput
            size="sm"
            aria-label={i18n._('Find in {label}', { label })}
            placeholder={i18n._('Find')}
            leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
            value={text}
            onChange={(event) => type(event.currentTarget.value)}
            data-autofocus
            mb={8}
          />
        )}
        <ScrollArea.Autosize mah={280} type="auto" offsetScrollbars="y">
          <Checkbox.Group
            aria-label={label}
            value={[...chosen]}
            onChange={(values) => onChange(values.length > 0 ? (values as Value[]) : undefined)}
          >
            <Stack gap={0}>
              {shown.map((option) => (
                <Checkbox
                  key={option.value}
                  value={option.value}
                  label={option.look ?? option.label}
                  size="sm"
                  classNames={{ root: classes['option'], label: classes['label'] }}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          {shown.length === 0 && (
            <Text size="sm" c="dimmed" py={6}>
              {i18n._('Nothing found')}
            </Text>
          )}
        </ScrollArea.Autosize>
        {isSet && (
          <Button variant="subtle" size="compact-sm" mt={6} onClick={() => onChange(undefined)}>
            {i18n._('Any')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The first name and how many more; only the number where no name is known. */
function summaryOf(names: readonly string[], count: number): string {
  const [first] = names;
  if (first === undefined) return String(count);
  return count === 1 ? first : `${first} +${count - 1}`;
}
