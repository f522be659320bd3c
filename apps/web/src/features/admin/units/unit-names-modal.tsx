import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import { useRefusal } from '../../../shared/forms/use-refusal.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { saveUnitAliasMutation } from '../../../shared/pickers/unit-alias.graphql.js';
import type { Unit } from '../../../shared/pickers/units.graphql.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { toastRefusal } from '../../../shared/ui/toast.js';
import classes from './unit-names-modal.module.css';
import { removeUnitAliasMutation, type UnitAlias } from './units.graphql.js';

interface UnitNamesModalProps {
  readonly unit: Unit;
  /** Those of other units, too. */
  readonly aliases: readonly UnitAlias[];
  readonly onClose: () => void;
}

/** What files call a unit beside its name; each is added and taken away at once. */
export function UnitNamesModal({ unit, aliases, onClose }: UnitNamesModalProps) {
  const { name } = unit;
  const save = useAction(saveUnitAliasMutation);
  const remove = useAction(removeUnitAliasMutation, ['UnitAlias']);
  const form = useForm({
    initialValues: { alias: '' },
    validate: { alias: (value) => (value.trim() ? null : i18n._('Enter a name.')) },
  });
  const { refusal, refuse, clear } = useRefusal(form, ['alias']);
  const own = aliases.filter((alias) => alias.unit.id === unit.id);
  const typed = form.values.alias.trim().toLowerCase();
  const elsewhere = aliases.find((each) => each.unit.id !== unit.id && each.alias.toLowerCase() === typed);

  const add = form.onSubmit(async ({ alias }) => {
    clear();
    const outcome = await save.run({ input: { alias: alias.trim(), unitId: unit.id } });
    if (!outcome) return;
    matchResult(outcome, {
      SaveUnitAliasSuccess: () => {
        form.reset();
        form.getInputNode('alias')?.focus();
      },
      InvalidInputError: refuse,
      ConflictError: refuse,
    });
  });

  const takeAway = async (alias: string) => {
    const outcome = await remove.run({ input: { alias } });
    if (!outcome) return;
    matchResult(outcome, {
      RemoveUnitAliasSuccess: () => {
        // The button that had the focus is gone.
        form.getInputNode('alias')?.focus();
      },
      InvalidInputError: toastRefusal,
      ConflictError: toastRefusal,
    });
  };

  return (
    <Dialog onClose={onClose} title={i18n._('Other names of {name}', { name })}>
      <Stack gap="md">
        <p className="pl-muted">
          {i18n._('Imports find the unit by these names, too. Capitals do not matter.')}
        </p>
        <div aria-live="polite">
          {own.length === 0 && <p>{i18n._('None yet.')}</p>}
          <ul className={classes['names']}>
            {own.map(({ alias }) => (
              <li key={alias} className={classes['name']}>
                {alias}
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={i18n._('Take away {alias}', { alias })}
                  disabled={remove.isRunning}
                  onClick={() => void takeAway(alias)}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </div>
        <form onSubmit={add} noValidate>
          <FormRefusal message={refusal} />
          <TextInput
            label={i18n._('Another name')}
            description={
              elsewhere &&
              i18n._('Now another name of {name}. Adding it here takes it from there.', {
                name: elsewhere.unit.name,
              })
            }
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('alias')}
          />
          <Group justify="flex-end" gap="xs" mt="md">
            <Button variant="default" onClick={onClose}>
              {i18n._('Done')}
            </Button>
            <Button type="submit" loading={save.isRunning}>
              {i18n._('Add')}
            </Button>
          </Group>
        </form>
      </Stack>
    </Dialog>
  );
}
