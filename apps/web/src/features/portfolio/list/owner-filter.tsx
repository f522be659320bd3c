import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { peopleSearchQuery } from '../form/people.graphql.js';
import { FilterMenu } from './filter-menu.js';

interface OwnerFilterProps {
  readonly chosen: string[] | undefined;
  readonly onChange: (chosen: string[] | undefined) => void;
}

/** People can be many, so the server searches them. */
export function OwnerFilter({ chosen, onChange }: OwnerFilterProps) {
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search, 200);
  const people = useApiQuery(peopleSearchQuery, { search: settled || null });
  const options =
    people.kind === 'ready'
      ? people.data.people.nodes.map(({ id, name }) => ({ value: id, label: name }))
      : [];
  return (
    <FilterMenu
      label={i18n._('Owner')}
      options={options}
      chosen={chosen}
      onChange={onChange}
      onSearch={setSearch}
    />
  );
}
