import { MultiSelect, Select, type MultiSelectProps, type SelectProps } from '@mantine/core';
import { useApiQuery } from '../graphql/use-api-query.js';
import { i18n } from '../i18n.js';
import { unitOptions } from './unit-options.js';
import { unitsQuery } from './units.graphql.js';

function useUnitOptions(chosen: readonly string[]) {
  const units = useApiQuery(unitsQuery, {});
  return units.kind === 'ready' ? unitOptions(units.data.units, chosen) : [];
}

/** One unit, found by typing a part of its path. */
export function UnitSelect({ value = null, ...props }: Omit<SelectProps, 'data'>) {
  return (
    <Select
      label={i18n._('Unit')}
      searchable
      clearable
      nothingFoundMessage={i18n._('No such unit')}
      {...props}
      value={value}
      data={useUnitOptions(value === null ? [] : [String(value)])}
    />
  );
}

/** Several units. */
export function UnitMultiSelect({ value = [], ...props }: Omit<MultiSelectProps, 'data'>) {
  return (
    <MultiSelect
      label={i18n._('Units')}
      searchable
      clearable
      nothingFoundMessage={i18n._('No such unit')}
      {...props}
      value={value}
      data={useUnitOptions(value.map(String))}
    />
  );
}
