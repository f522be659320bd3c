import { Select, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useApiQuery } from '../../../shared/graphql/use-api-query.js';
import { i18n } from '../../../shared/i18n.js';
import { AI_KINDS, aiKindLabel } from '../../../shared/words/ai-kind.js';
import { tagsQuery } from '../list/portfolio.graphql.js';
import { DELIVERY_MODELS, deliveryModelLabel, RISK_TIERS, riskTierLabel } from '../words.js';
import type { InitiativeValues } from './initiative-values.js';
import { PersonSelect } from './person-select.js';
import { UnitField } from './unit-field.js';

export type InitiativeForm = UseFormReturnType<InitiativeValues>;

/** Name and summary: what it is. */
export function NameFields({ form }: { readonly form: InitiativeForm }) {
  return (
    <>
      <TextInput
        label={i18n._('Name')}
        withAsterisk
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      <Textarea
        label={i18n._('Summary')}
        description={i18n._('What it does, for whom, and what should become better.')}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps('summary')}
      />
    </>
  );
}

/** Whose it is. */
export function PeopleFields({ form }: { readonly form: InitiativeForm }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
      <UnitField {...form.getInputProps('unitId')} value={form.values.unitId} />
      <PersonSelect label={i18n._('Owner')} {...form.getInputProps('owner')} value={form.values.owner} />
      <PersonSelect
        label={i18n._('Sponsor')}
        {...form.getInputProps('sponsor')}
        value={form.values.sponsor}
      />
    </SimpleGrid>
  );
}

/** What kind of thing it is. */
export function KindFields({ form }: { readonly form: InitiativeForm }) {
  const tags = useApiQuery(tagsQuery, {});
  const choice = { allowDeselect: false, openOnFocus: false } as const;
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="md">
        <Select
          label={i18n._('Kind of AI')}
          {...choice}
          data={AI_KINDS.map((kind) => ({ value: kind, label: aiKindLabel(kind) }))}
          {...form.getInputProps('kind')}
        />
        <Select
          label={i18n._('Risk tier')}
          {...choice}
          data={RISK_TIERS.map((tier) => ({ value: tier, label: riskTierLabel(tier) }))}
          {...form.getInputProps('riskTier')}
        />
        <Select
          label={i18n._('Delivery')}
          {...choice}
          data={DELIVERY_MODELS.map((model) => ({ value: model, label: deliveryModelLabel(model) }))}
          {...form.getInputProps('deliveryModel')}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TagsInput
          label={i18n._('Tags')}
          placeholder={form.values.tags.length === 0 ? i18n._('Type one, then Enter') : ''}
          openOnFocus={false}
          data={tags.kind === 'ready' ? tags.data.tags : []}
          {...form.getInputProps('tags')}
        />
        <TextInput
          label={i18n._('External id')}
          placeholder={i18n._('Its id in another register')}
          autoComplete="off"
          {...form.getInputProps('externalId')}
        />
      </SimpleGrid>
    </>
  );
}
