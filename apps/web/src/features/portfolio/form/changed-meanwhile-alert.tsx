import { Alert, List } from '@mantine/core';
import { i18n } from '../../../shared/i18n.js';
import { aiKindLabel } from '../../../shared/words/ai-kind.js';
import type { Initiative } from '../initiative/initiative.graphql.js';
import { deliveryModelLabel, fieldLabel, riskTierLabel } from '../words.js';
import type { ChangedMeanwhile, EditedField } from './changed-meanwhile.js';

interface ChangedMeanwhileAlertProps {
  readonly change: Pick<ChangedMeanwhile, 'taken' | 'kept'>;
  /** As somebody else saved it. */
  readonly saved: Initiative;
}

/** What somebody else saved while the form was open, beside what the form holds. */
export function ChangedMeanwhileAlert({ change: { taken, kept }, saved }: ChangedMeanwhileAlertProps) {
  const valueOf = (field: EditedField) => ({ field: fieldLabel(field), value: valueText(field, saved) });
  return (
    <Alert color="yellow" role="alert" title={i18n._('Somebody saved this initiative while you had it open')}>
      {i18n._('Nothing that you entered is lost. Look through it, and save again.')}
      <List size="sm" mt="xs">
        {kept.map((field) => (
          <List.Item key={field}>
            {i18n._(
              'They entered for {field}: {value}. Yours stays, and replaces it when you save.',
              valueOf(field),
            )}
          </List.Item>
        ))}
        {taken.map((field) => (
          <List.Item key={field}>{i18n._('Taken over for {field}: {value}.', valueOf(field))}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function valueText(field: EditedField, saved: Initiative): string {
  const text = (): string | null | undefined => {
    switch (field) {
      case 'name':
      case 'summary':
      case 'externalId':
        return saved[field];
      case 'kind':
        return aiKindLabel(saved.kind);
      case 'riskTier':
        return riskTierLabel(saved.riskTier);
      case 'deliveryModel':
        return deliveryModelLabel(saved.deliveryModel);
      case 'tags':
        return saved.tags.join(', ');
      case 'unitId':
        return saved.unit?.path.join(' / ');
      case 'owner':
      case 'sponsor':
        return saved[field]?.name;
    }
  };
  return text() || i18n._('nothing');
}
