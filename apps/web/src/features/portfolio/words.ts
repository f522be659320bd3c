import type { Stage } from '@pilotage/web-ui';
import type { EnumOf } from '../../shared/graphql/graphql.js';
import { i18n } from '../../shared/i18n.js';

export type RiskTier = EnumOf<'RiskTier'>;
export type DeliveryModel = EnumOf<'DeliveryModel'>;
export type Attention = EnumOf<'Attention'>;

export const RISK_TIERS = [
  'MINIMAL',
  'LIMITED',
  'HIGH',
  'PROHIBITED',
  'UNKNOWN',
] as const satisfies RiskTier[];
export const DELIVERY_MODELS = ['BUILT', 'BOUGHT', 'HYBRID', 'UNKNOWN'] as const satisfies DeliveryModel[];
export const ATTENTIONS = [
  'OVER_LIMIT_NO_PLAN',
  'LONG_IN_LIMITED_PRODUCTION',
  'NEVER_ASSESSED',
  'ASSESSMENT_STALE',
  'NOT_CONFIRMED_90_DAYS',
  'WITHOUT_STAGE',
  'WITHOUT_OWNER',
  'WITHOUT_SPONSOR',
  'MOVED_THIS_QUARTER',
] as const satisfies Attention[];

export function riskTierLabel(tier: RiskTier): string {
  switch (tier) {
    case 'MINIMAL':
      return i18n._('Minimal');
    case 'LIMITED':
      return i18n._('Limited');
    case 'HIGH':
      return i18n._('High');
    case 'PROHIBITED':
      return i18n._('Prohibited');
    case 'UNKNOWN':
      return i18n._('Not known');
  }
}

export function deliveryModelLabel(model: DeliveryModel): string {
  switch (model) {
    case 'BUILT':
      return i18n._('Built here');
    case 'BOUGHT':
      return i18n._('Bought');
    case 'HYBRID':
      return i18n._('Bought and adapted');
    case 'UNKNOWN':
      return i18n._('Not known');
  }
}

/** Why the programme office looks at it. */
export function attentionLabel(attention: Attention): string {
  switch (attention) {
    case 'OVER_LIMIT_NO_PLAN':
      return i18n._('Over the limit, no plan');
    case 'LONG_IN_LIMITED_PRODUCTION':
      return i18n._('Long in limited production');
    case 'NEVER_ASSESSED':
      return i18n._('Never assessed');
    case 'ASSESSMENT_STALE':
      return i18n._('Assessment out of date');
    case 'NOT_CONFIRMED_90_DAYS':
      return i18n._('Not confirmed for 90 days');
    case 'WITHOUT_STAGE':
      return i18n._('No stage recorded');
    case 'WITHOUT_OWNER':
      return i18n._('Without an owner');
    case 'WITHOUT_SPONSOR':
      return i18n._('Without a sponsor');
    case 'MOVED_THIS_QUARTER':
      return i18n._('Moved this quarter');
  }
}

/** The test by which one tells a stage from its neighbours. */
export function stageTest(stage: Stage): string {
  switch (stage) {
    case 'IDEA':
      return i18n._('Nobody uses it yet.');
    case 'PILOT':
      return i18n._('A few users; no real decision depends on it.');
    case 'LIMITED_PRODUCTION':
      return i18n._('Limited users; real decisions depend on it.');
    case 'PRODUCTION':
      return i18n._('Everybody it was made for works with it.');
    case 'SCALED':
      return i18n._('In use beyond the place it was made for.');
    case 'ENDED':
      return i18n._('Switched off, stopped, or merged into another.');
  }
}

/** A field of an initiative, as revisions name it. */
export function fieldLabel(name: string): string {
  switch (name) {
    case 'name':
      return i18n._('name');
    case 'summary':
      return i18n._('summary');
    case 'kind':
      return i18n._('kind of AI');
    case 'riskTier':
      return i18n._('risk tier');
    case 'deliveryModel':
      return i18n._('delivery');
    case 'externalId':
      return i18n._('external id');
    case 'tags':
      return i18n._('tags');
    case 'attributes':
      return i18n._('further attributes');
    case 'unit':
    case 'unitId':
      return i18n._('unit');
    case 'owner':
      return i18n._('owner');
    case 'sponsor':
      return i18n._('sponsor');
    default:
      return name;
  }
}
