import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApiQuery } from '../../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../../shared/i18n.js';
import { successorSearchQuery } from './stage.graphql.js';

interface SuccessorSelectProps extends Omit<SelectProps, 'data'> {
  /** An initiative cannot carry itself on. */
  readonly without: string;
}

/** The initiative that carries another one on, found by name or key. */
export function SuccessorSelect({ without, ...props }: SuccessorSelectProps) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  // The label of what was chosen stands in the field; only the key in it finds the initiative again.
  const found = useApiQuery(successorSearchQuery, { search: search.split(' · ')[0] || null });
  const nodes = found.kind === 'ready' ? found.data.initiatives.nodes : [];
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
      data={nodes
        .filter(({ id }) => id !== without)
        .map(({ id, key, name }) => ({ value: id, label: `${key} · ${name}` }))}
    />
  );
}
