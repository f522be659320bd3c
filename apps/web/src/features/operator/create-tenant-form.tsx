import { Fieldset, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { FormButtons } from '../../shared/forms/form-buttons.js';
import { FormRefusal } from '../../shared/forms/form-refusal.js';
import { useIdempotencyKey } from '../../shared/forms/idempotency-key.js';
import { useRefusal } from '../../shared/forms/use-refusal.js';
import { matchResult } from '../../shared/graphql/result.js';
import { useAction } from '../../shared/graphql/use-action.js';
import { i18n } from '../../shared/i18n.js';
import {
  currencyChoices,
  monthChoices,
  ownTimeZone,
  timeZoneChoices,
} from '../../shared/session/settings.js';
import { createTenantMutation } from './operator.graphql.js';
import { slugOf } from './slug.js';

interface CreateTenantFormProps {
  readonly onCreated: (created: { readonly name: string; readonly inviteLink: string }) => void;
  readonly onCancel: () => void;
}

const required = (value: string) => (value.trim() ? null : i18n._('Fill this in.'));

export function CreateTenantForm({ onCreated, onCancel }: CreateTenantFormProps) {
  const idempotency = useIdempotencyKey();
  const [isSlugTyped, setSlugTyped] = useState(false);
  const { run, isRunning } = useAction(createTenantMutation, ['OperatorTenant']);
  const form = useForm({
    initialValues: {
      name: '',
      slug: '',
      adminName: '',
      adminEmail: '',
      fiscalYearStartMonth: '1',
      timeZone: ownTimeZone(),
      currency: 'EUR',
    },
    validate: {
      name: required,
      slug: (value) =>
        /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)
          ? null
          : i18n._('Use small letters, digits and single hyphens.'),
      adminName: required,
      adminEmail: (value) => (value.includes('@') ? null : i18n._('Enter an e-mail address.')),
    },
  });
  const { refusal, refuse, clear } = useRefusal(form, Object.keys(form.values), idempotency.renew);

  const submit = form.onSubmit(async ({ fiscalYearStartMonth, ...values }) => {
    clear();
    const input = {
      ...values,
      idempotencyKey: idempotency.key,
      fiscalYearStartMonth: Number(fiscalYearStartMonth),
    };
    const outcome = await run({ input });
    if (!outcome) return;
    matchResult(outcome, {
      CreateTenantSuccess: ({ tenant, inviteLink }) => onCreated({ name: tenant.name, inviteLink }),
      InvalidInputError: refuse,
      ConflictError: refuse,
    });
  });

  const rename = (name: string) => {
    form.setFieldValue('name', name);
    if (!isSlugTyped) form.setFieldValue('slug', slugOf(name));
  };
  const choice = { allowDeselect: false, searchable: true, limit: 50 } as const;

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <FormRefusal message={refusal} />
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={i18n._('Name')}
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('name')}
            onChange={(event) => rename(event.currentTarget.value)}
          />
          <TextInput
            label={i18n._('Short name')}
            description={i18n._('Stands in every address; stays.')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            autoComplete="off"
            {...form.getInputProps('slug')}
            onChange={(event) => {
              setSlugTyped(true);
              form.setFieldValue('slug', event.currentTarget.value);
            }}
          />
        </SimpleGrid>
        <Fieldset legend={i18n._('First administrator')}>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput label={i18n._('Name')} autoComplete="off" {...form.getInputProps('adminName')} />
            <TextInput
              label={i18n._('E-mail address')}
              type="email"
              autoComplete="off"
              {...form.getInputProps('adminEmail')}
            />
          </SimpleGrid>
        </Fieldset>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <Select
            label={i18n._('Fiscal year starts in')}
            {...choice}
            data={monthChoices()}
            {...form.getInputProps('fiscalYearStartMonth')}
          />
          <Select
            label={i18n._('Time zone')}
            {...choice}
            data={timeZoneChoices()}
            {...form.getInputProps('timeZone')}
          />
          <Select
            label={i18n._('Currency')}
            {...choice}
            data={currencyChoices()}
            {...form.getInputProps('currency')}
          />
        </SimpleGrid>
        <FormButtons onCancel={onCancel} loading={isRunning}>
          {i18n._('Create')}
        </FormButtons>
      </Stack>
    </form>
  );
}
