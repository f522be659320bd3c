import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApiQuery } from '../graphql/use-api-query.js';
import { i18n } from '../i18n.js';
import { initiativeOption } from './initiative-option.js';
import { initiativeSearchQuery } from './initiatives.graphql.js';

interface InitiativeSelectProps extends Omit<SelectProps, 'data'> {
  /** One that cannot be chosen: it cannot carry itself on. */
  readonly without?: string;
  /** Likely answers; others are asked for only when somebody types. */
  readonly offered?: readonly { readonly value: string; readonly label: string }[];
}

/** An initiative, found by name or key. */
export function InitiativeSelect({ without, offered = [], ...props }: InitiativeSelectProps) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const isOffered = offered.length > 0 && (search === '' || offered.some(({ label }) => label === search));
  // The label of what was chosen stands in the field; only the key in it finds the initiative again.
  const found = useApiQuery(
    initiativeSearchQuery,
    { search: search.split(' · ')[0] || null },
    { pause: isOffered },
  );
  const nodes = found.kind === 'ready' && !isOffered ? found.data.initiatives.nodes : [];
  const others = nodes
    .filter(({ id }) => id !== without && !offered.some(({ value }) => value === id))
    .map(initiativeOption);
  return (
    <Select
      searchable
      clearable
      openOnFocus={false}
      nothingFoundMessage={i18n._('No such initiative')}
      {...props}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={[...offered, ...others]}
    />
  );
}
