import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { randomKey } from '../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import { addPersonMutation, peopleSearchQuery } from './people.graphql.js';

export interface PersonChoice {
  readonly id: string;
  readonly name: string;
}

interface PersonSelectProps extends Omit<SelectProps, 'data' | 'value' | 'onChange'> {
  readonly value: PersonChoice | null;
  readonly onChange: (person: PersonChoice | null) => void;
}

/** The entry that adds who is not there yet. */
const ADD = 'add';

/** A person, found by typing a part of the name; who is missing can be added on the spot by who may. */
export function PersonSelect({ value, onChange, ...props }: PersonSelectProps) {
  const { can } = useTenant();
  const [text, setText] = useState(value?.name ?? '');
  const typed = text.trim();
  const [search] = useDebouncedValue(typed === value?.name ? '' : typed, 200);
  const people = useApiQuery(peopleSearchQuery, { search: search || null });
  const { run, isRunning } = useAction(addPersonMutation, ['Person']);

  const found = people.kind === 'ready' ? people.data.people.nodes : [];
  const options = found
    .filter(({ id }) => id !== value?.id)
    .map(({ id, name, email }) => ({ value: id, label: email ? `${name} (${email})` : name }));
  if (value) options.unshift({ value: value.id, label: value.name });
  const isNew = typed !== '' && typed !== value?.name && !found.some(({ name }) => name === typed);
  if (isNew && can('portfolio.write')) {
    options.push({ value: ADD, label: i18n._('Add “{name}” as a new person', { name: typed }) });
  }

  const add = async () => {
    const outcome = await run({ input: { idempotencyKey: randomKey(), name: typed } });
    if (!outcome) return;
    matchResult(outcome, {
      SavePersonSuccess: ({ person }) => onChange(person),
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  const choose = (id: string | null) => {
    if (id === ADD) void add();
    else onChange(found.find((person) => person.id === id) ?? null);
  };

  return (
    <Select
      searchable
      clearable
      openOnFocus={false}
      nothingFoundMessage={i18n._('Nobody is called that.')}
      {...props}
      loading={isRunning}
      value={value?.id ?? null}
      onChange={choose}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options: all }) => all}
      data={options}
    />
  );
}
