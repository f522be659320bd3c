import { addDays, type Day, freshFrom, quarterOf, type Stage } from '@pilotage/analytics';
import type { SettingsTimeline } from '@pilotage/tenancy';

/** Why the programme office looks at an initiative. What is counted and what is listed are read off one definition. */
export const ATTENTIONS = [
  'WITHOUT_OWNER',
  'WITHOUT_SPONSOR',
  'WITHOUT_STAGE',
  'NEVER_ASSESSED',
  'ASSESSMENT_STALE',
  'NOT_CONFIRMED_90_DAYS',
  'OVER_LIMIT_NO_PLAN',
  'LONG_IN_LIMITED_PRODUCTION',
  'MOVED_THIS_QUARTER',
] as const;
export type Attention = (typeof ATTENTIONS)[number];

/** A stage that nobody has confirmed for so long is asked about. */
const CONFIRM_AFTER_DAYS = 90;

/** The days and the limit that the conditions compare with. */
export interface AttentionDays {
  readonly today: Day;
  readonly confirmedFrom: Day;
  readonly quarterFrom: Day;
  /** From which as-of day on an assessment still counts at the end of the running quarter. */
  readonly freshFrom: Day;
  readonly pilotLimitDays: number;
}

export function attentionDays(settings: SettingsTimeline, now: Date): AttentionDays {
  const today = settings.todayAt(now);
  const quarter = quarterOf(today, settings.calendar);
  const { cadenceQuarters } = settings.on(quarter.to);
  return {
    today,
    confirmedFrom: addDays(today, -CONFIRM_AFTER_DAYS),
    quarterFrom: quarter.from,
    freshFrom: freshFrom(quarter.to, settings.calendar, { cadenceQuarters, graceDays: 0 }),
    pilotLimitDays: settings.on(today).pilotLimitDays,
  };
}

/** Not ended, also where no stage is recorded. On `initiative_current c`. */
export const IS_ACTIVE_SQL = `c.stage_rank <> app.stage_rank('ENDED')`;

/**
 * A condition on `initiative_current c`; null days count as "no". Adds its parameters to `params`, which holds the
 * tenant first. Only active initiatives are looked at, except that an end is a move too.
 */
export function attentionSql(attention: Attention, days: AttentionDays, params: unknown[]): string {
  const put = (value: unknown): string => `$${params.push(value)}`;
  const active = (condition: string): string => `(${IS_ACTIVE_SQL} and ${condition})`;
  switch (attention) {
    case 'WITHOUT_OWNER':
      return active('c.owner_id is null');
    case 'WITHOUT_SPONSOR':
      return active('c.sponsor_id is null');
    case 'WITHOUT_STAGE':
      return active('c.stage is null');
    case 'NEVER_ASSESSED':
      return active('c.assessed_on is null');
    case 'ASSESSMENT_STALE':
      return active(`coalesce(c.assessed_on < ${put(days.freshFrom)}::date, false)`);
    case 'NOT_CONFIRMED_90_DAYS':
      return active(`c.stage is not null and c.last_observed_on < ${put(days.confirmedFrom)}::date`);
    case 'OVER_LIMIT_NO_PLAN':
      return active(isLongIn('PILOT', put(days.pilotLimitDays)));
    case 'LONG_IN_LIMITED_PRODUCTION':
      return active(isLongIn('LIMITED_PRODUCTION', put(days.pilotLimitDays)));
    case 'MOVED_THIS_QUARTER':
      return `c.initiative_id in (select e.initiative_id from stage_event e
        where e.tenant_id = $1 and e.superseded_at is null
          and e.entered_on between ${put(days.quarterFrom)}::date and ${put(days.today)}::date)`;
  }
}

/** Of a coarse date of entry, `stage_on` is the first day it can mean; the last one counts, as in analytics' `pilotStanding`. */
const isLongIn = (stage: Stage, limitDays: string): string => `c.stage_rank = app.stage_rank('${stage}')
  and c.stage_known_by = 'EVENT'
  and c.last_observed_on - (c.stage_on + case c.stage_precision
        when 'MONTH' then interval '1 month -1 day' when 'QUARTER' then interval '3 months -1 day'
        when 'YEAR' then interval '1 year -1 day' else interval '0 days' end)::date > ${limitDays}::int`;
