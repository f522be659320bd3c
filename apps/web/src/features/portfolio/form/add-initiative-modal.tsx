import { Button, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { FormButtons } from '../../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../../shared/forms/form-refusal.js';
import { useIdempotencyKey } from '../../../shared/forms/idempotency-key.js';
import { matchResult } from '../../../shared/graphql/result.js';
import { useAction } from '../../../shared/graphql/use-action.js';
import { i18n } from '../../../shared/i18n.js';
import { useTenant } from '../../../shared/session/tenant-context.js';
import { Dialog } from '../../../shared/ui/dialog.js';
import { toastDone } from '../../../shared/ui/toast.js';
import { DatedDayInput } from './dated-day-input.js';
import { KindFields, NameFields, PeopleFields } from './initiative-fields.js';
import { createInitiativeMutation } from './initiative.graphql.js';
import { emptyValues, inputOf, type InitiativeValues } from './initiative-values.js';
import { StageSelect } from './stage-select.js';
import { useInitiativeRefusal } from './use-initiative-refusal.js';

/** A new initiative, or several: the next one keeps unit and owner. */
export function AddInitiativeModal({ onClose }: { readonly onClose: () => void }) {
  const { today, can, viewer } = useTenant();
  const navigate = useNavigate({ from: '/t/$slug' });
  const idempotency = useIdempotencyKey();
  const { run, isRunning } = useAction(createInitiativeMutation, ['Initiative']);
  const me = viewer.member?.person ?? null;
  const form = useForm<InitiativeValues>({
    // Who may enter only what is their own begins with themselves as owner.
    initialValues: { ...emptyValues(today), owner: can('portfolio.write') ? null : me },
    validate: {
      name: (value) => (value.trim() ? null : i18n._('Enter a name.')),
      stageOn: ({ on }, { stage }) => (stage && !on ? i18n._('Enter when it came to this stage.') : null),
    },
  });
  const { refusal, refuse, clear } = useInitiativeRefusal(form, idempotency.renew);

  const save = (isLast: boolean) =>
    form.onSubmit(async (values) => {
      clear();
      const outcome = await run({
        input: {
          idempotencyKey: idempotency.key,
          initiative: inputOf(values),
          stage: values.stage,
          stageOn: values.stage ? values.stageOn : null,
        },
      });
      if (!outcome) return;
      matchResult(outcome, {
        CreateInitiativeSuccess: ({ initiative: { id, key, name } }) => {
          toastDone(i18n._('{key} {name} is added.', { key, name }));
          if (isLast) {
            void navigate({ to: '/t/$slug/initiatives/$initiativeId', params: { initiativeId: id } });
            return;
          }
          idempotency.renew();
          const { unitId, owner, sponsor } = values;
          form.setValues({ ...emptyValues(today), unitId, owner, sponsor });
          document.querySelector<HTMLElement>('[role="dialog"] [data-autofocus]')?.focus();
        },
        InvalidInputError: refuse,
        StageContradictionError: refuse,
        ConflictError: refuse,
      });
    });

  return (
    <Dialog onClose={onClose} size="xl" title={i18n._('Add an initiative')}>
      <form onSubmit={save(true)} noValidate>
        <Stack gap="md">
          <FormRefusal message={refusal} />
          <NameFields form={form} />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <StageSelect
              clearable
              placeholder={i18n._('Not known yet')}
              {...form.getInputProps('stage')}
              value={form.values.stage}
            />
            {form.values.stage && (
              <DatedDayInput
                label={i18n._('In this stage since')}
                {...form.getInputProps('stageOn')}
                value={form.values.stageOn}
              />
            )}
          </SimpleGrid>
          <PeopleFields form={form} />
          <KindFields form={form} />
          <FormButtons
            onCancel={onClose}
            loading={isRunning}
            otherwise={
              <Button variant="default" disabled={isRunning} onClick={() => save(false)()}>
                {i18n._('Add and enter another')}
              </Button>
            }
          >
            {i18n._('Add')}
          </FormButtons>
        </Stack>
      </form>
    </Dialog>
  );
}
