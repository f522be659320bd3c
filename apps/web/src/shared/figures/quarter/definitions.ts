import { i18n } from '../../i18n.js';
import type { MethodSection } from '../../method/method-sections.js';
import type { ExecutiveQuarter } from './executive-quarter.graphql.js';

interface Definition {
  readonly of: string;
  readonly section: MethodSection;
  readonly definition: string;
  readonly basis?: string;
  readonly exclusions?: string[];
}

export const howPilots = ({ pilots }: ExecutiveQuarter): Definition => ({
  of: i18n._('Pilots running'),
  section: 'stages-and-their-dates',
  definition: i18n._(
    'Active initiatives whose stage at the end of the quarter is pilot. Who left moved on, or was ended.',
  ),
  basis: i18n._('{of} active initiatives at the end of the quarter', { of: pilots.of }),
});

export const howShare = ({ shareN }: ExecutiveQuarter): Definition => ({
  of: i18n._('Reach production within 12 months'),
  section: 'shares-by-month',
  definition: i18n._(
    'Of all pilots, the share in production or beyond within 12 months of the first day in pilot. Stopped pilots count as stopped, running ones for as long as they were observed.',
  ),
  basis: i18n._('{shareN, plural, one {one pilot} other {# pilots}} with a known first day', { shareN }),
});

export const howStuck = ({ pilots, stuck }: ExecutiveQuarter): Definition => ({
  of: i18n._('Stuck pilots'),
  section: 'stuck-pilots',
  definition: i18n._(
    'In pilot for longer than its limit, without an accepted way forward, and not paused. A plan that nobody was asked for is not recorded, not absent: such pilots are listed, not counted.',
  ),
  basis: i18n._('{count, plural, one {one pilot} other {# pilots}}', { count: pilots.count }),
  exclusions: [
    ...(stuck.overLimitNoPlan > 0
      ? [i18n._('{count} over the limit, plan not recorded', { count: stuck.overLimitNoPlan })]
      : []),
    ...(stuck.inLimitedProduction.totalCount > 0
      ? [
          i18n._('{count} over the limit in limited production', {
            count: stuck.inLimitedProduction.totalCount,
          }),
        ]
      : []),
  ],
});
