import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { toastDone, toastRefusal } from '../../../shared/ui/toast.js';
import type { Import } from '../imports.graphql.js';
import { saveMappingMutation } from '../mapping/saved-mappings.graphql.js';

/** Keeps the mapping for the next file of this register. */
export function SaveMapping({ source }: { readonly source: Import }) {
  const [name, setName] = useState('');
  const { run, isRunning } = useAction(saveMappingMutation, ['SavedMapping', 'FittingMapping']);
  const save = async () => {
    const outcome = await run({ input: { importId: source.id, name } });
    if (!outcome) return;
    matchResult(outcome, {
      SaveMappingSuccess: ({ saved }) =>
        toastDone(
          i18n._('Kept as “{name}”, version {version}.', { name: saved.name, version: saved.version }),
        ),
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };
  return (
    <Group gap="xs" align="end" mt="lg" mb="lg">
      <TextInput
        label={i18n._('Keep this mapping for the next file as')}
        maxLength={200}
        w={320}
        maw="100%"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button variant="default" loading={isRunning} disabled={!name.trim()} onClick={() => void save()}>
        {i18n._('Keep')}
      </Button>
    </Group>
  );
}
