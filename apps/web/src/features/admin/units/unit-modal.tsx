import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { DayInput } from '../../../shared/forms/day-input.js';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { useRefusal } from '../../../shared/forms/use-refusal.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { unitOptions } from '../../../shared/pickers/unit-options.js';
import type { Unit } from '../../../shared/pickers/units.graphql.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { toastDone } from '../../../shared/ui/toast.js';
import { mayBeParent } from './unit-rows.js';
import { saveUnitMutation } from './units.graphql.js';

export interface UnitDraft {
  /** Null: a new one. */
  readonly unit: Unit | null;
  readonly parentId: string | null;
}

interface UnitModalProps {
  readonly draft: UnitDraft;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}

export function UnitModal({ draft: { unit, parentId }, units, onClose }: UnitModalProps) {
  const { today } = useTenant();
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(saveUnitMutation, ['Unit']);
  const form = useForm({
    initialValues: {
      name: unit?.name ?? '',
      parentId,
      effectiveOn: today,
      isClosed: unit?.isClosed ?? false,
    },
    validate: {
      name: (value) => (value.trim() ? null : i18n._('Enter a name.')),
      effectiveOn: (value) => (value ? null : i18n._('Choose a day.')),
    },
  });
  const { refusal, refuse, clear } = useRefusal(
    form,
    ['name', 'parentId', 'effectiveOn', 'isClosed'],
    idempotency.renew,
  );
  const parents = unitOptions(
    units.filter((candidate) => mayBeParent(candidate, unit, units)),
    parentId ? [parentId] : [],
  );

  const submit = form.onSubmit(async ({ name, ...rest }) => {
    clear();
    const values = { id: unit?.id, name: name.trim(), ...rest };
    const outcome = await run({ input: { idempotencyKey: idempotency.key, ...values } });
    if (!outcome) return;
    matchResult(outcome, {
      SaveUnitSuccess: (saved) => {
        toastDone(i18n._('{name} is saved.', { name: saved.unit.name }));
        onClose();
      },
      InvalidInputError: refuse,
      ConflictError: refuse,
    });
  });

  return (
    <Dialog
      onClose={onClose}
      title={unit ? i18n._('Edit {name}', { name: unit.name }) : i18n._('Add a unit')}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormRefusal message={refusal} />
          <TextInput
            label={i18n._('Name')}
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('name')}
          />
          <Select
            label={i18n._('Below')}
            description={i18n._('Empty: at the top.')}
            searchable
            clearable
            data={parents}
            {...form.getInputProps('parentId')}
          />
          <DayInput
            label={i18n._('From which day')}
            description={
              unit
                ? i18n._('Figures before this day keep the unit as it was.')
                : i18n._('Since when the unit exists; may lie in the past.')
            }
            {...form.getInputProps('effectiveOn')}
          />
          {unit && (
            <Checkbox
              label={i18n._('Closed from that day on')}
              {...form.getInputProps('isClosed', { type: 'checkbox' })}
            />
          )}
          <FormButtons onCancel={onClose} loading={isRunning}>
            {i18n._('Save')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
