import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';
import { randomKey } from '../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { unitOptions } from '../../../shared/pickers/unit-options.js';
import { unitsQuery } from '../../../shared/pickers/units.graphql.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import { addUnitMutation } from './unit.graphql.js';

interface UnitFieldProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  readonly value: string | null;
  readonly onChange: (unitId: string | null) => void;
}

const ADD = 'add';

/** A unit, found by typing a part of its path; one that is missing can be added at the top by who may. */
export function UnitField({ value, onChange, ...props }: UnitFieldProps) {
  const { can } = useTenant();
  const [text, setText] = useState('');
  const units = useApiQuery(unitsQuery, {});
  const { run, isRunning } = useAction(addUnitMutation, ['Unit']);

  const options = units.kind === 'ready' ? unitOptions(units.data.units, value ? [value] : []) : [];
  const typed = text.trim();
  const isNew = typed !== '' && !options.some(({ label }) => label.toLowerCase() === typed.toLowerCase());
  if (isNew && can('unit.manage')) {
    options.push({ value: ADD, label: i18n._('Add “{name}” as a new unit', { name: typed }) });
  }

  const add = async () => {
    const outcome = await run({ input: { idempotencyKey: randomKey(), name: typed } });
    if (!outcome) return;
    matchResult(outcome, {
      SaveUnitSuccess: ({ unit }) => onChange(unit.id),
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };

  return (
    <Select
      label={i18n._('Unit')}
      searchable
      clearable
      openOnFocus={false}
      nothingFoundMessage={i18n._('No such unit')}
      {...props}
      loading={isRunning}
      value={value}
      onChange={(id) => (id === ADD ? void add() : onChange(id))}
      searchValue={text}
      onSearchChange={setText}
      data={options}
    />
  );
}
