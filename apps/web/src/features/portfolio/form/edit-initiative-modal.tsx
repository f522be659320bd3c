import { Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useClient } from 'urql';
import { DayInput } from '../../../shared/forms/day-input.js';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import type { UserErrorFields } from '../../../shared/forms/user-error.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { toastDone } from '../../../shared/ui/toast.js';
import { initiativeQuery, type Initiative } from '../initiative/initiative.graphql.js';
import { joinChanges, type ChangedMeanwhile } from './changed-meanwhile.js';
import { ChangedMeanwhileAlert } from './changed-meanwhile-alert.js';
import { KindFields, NameFields, PeopleFields } from './initiative-fields.js';
import { updateInitiativeMutation } from './initiative.graphql.js';
import { emptyValues, inputOf, type InitiativeValues } from './initiative-values.js';
import { useInitiativeRefusal } from './use-initiative-refusal.js';

interface EditInitiativeModalProps {
  readonly initiative: Initiative;
  readonly onClose: () => void;
}

export function EditInitiativeModal({ initiative, onClose }: EditInitiativeModalProps) {
  const { today } = useTenant();
  // As it was when the form opened: a refresh behind it must not hide that somebody else changed it.
  const [opened, setOpened] = useState(initiative);
  const [meanwhile, setMeanwhile] = useState<ChangedMeanwhile | null>(null);
  const client = useClient();
  const { run, isRunning } = useAction(updateInitiativeMutation, ['InitiativeRevision']);
  const form = useForm<InitiativeValues>({
    initialValues: valuesOf(opened, today),
    validate: {
      name: (value) => (value.trim() ? null : i18n._('Enter a name.')),
      effectiveOn: (value) => (value ? null : i18n._('Choose a day.')),
    },
  });
  const { refusal, refuse, clear } = useInitiativeRefusal(form);

  /** Goes on from what somebody else saved, without losing what was typed here. */
  const join = async (error: UserErrorFields) => {
    const { data } = await client
      .query(initiativeQuery, { id: opened.id }, { requestPolicy: 'network-only' })
      .toPromise();
    const saved = data?.initiative;
    if (!saved) return refuse(error);
    const change = joinChanges(valuesOf(opened, today), valuesOf(saved, today), form.getValues());
    form.setValues(change.values);
    setOpened(saved);
    setMeanwhile(change);
  };

  const submit = form.onSubmit(async (values) => {
    clear();
    setMeanwhile(null);
    const outcome = await run({
      input: {
        id: opened.id,
        effectiveOn: values.effectiveOn,
        initiative: inputOf(values),
        expectedVersion: opened.version,
      },
    });
    if (!outcome) return;
    matchResult(outcome, {
      UpdateInitiativeSuccess: (saved) => {
        toastDone(i18n._('{name} is saved.', { name: saved.initiative.name }));
        onClose();
      },
      InvalidInputError: refuse,
      ConflictError: (error) => void join(error),
    });
  });

  return (
    <Dialog onClose={onClose} size="xl" title={i18n._('Edit {key}', { key: opened.key })}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <FormRefusal message={refusal} />
          {meanwhile && <ChangedMeanwhileAlert change={meanwhile} saved={opened} />}
          <NameFields form={form} />
          <PeopleFields form={form} />
          <KindFields form={form} />
          <DayInput
            label={i18n._('From which day')}
            description={i18n._('Figures before this day keep what was recorded then.')}
            max={today}
            {...form.getInputProps('effectiveOn')}
          />
          <FormButtons onCancel={onClose} loading={isRunning}>
            {i18n._('Save')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}

function valuesOf(initiative: Initiative, today: string): InitiativeValues {
  const { name, summary, kind, riskTier, deliveryModel, externalId, tags, unit, owner, sponsor } = initiative;
  return {
    ...emptyValues(today),
    name,
    summary,
    kind,
    riskTier,
    deliveryModel,
    externalId: externalId ?? '',
    tags: [...tags],
    unitId: unit?.id ?? null,
    owner,
    sponsor,
  };
}
