import {
  type Day,
  type FiscalQuarter,
  freshFrom,
  previousQuarter,
  type QuarterCalendar,
  quarterOf,
} from '@pilotage/analytics';

/** A quarter as pages and stored reports name it. */
export interface QuarterView {
  readonly label: string;
  readonly fiscalYear: number;
  readonly quarter: number;
  readonly from: Day;
  readonly to: Day;
  readonly isCurrent: boolean;
  readonly isFinished: boolean;
}

/** A quarter and from which as-of day on an assessment still counts at its end. */
export interface PeriodQuarter extends QuarterView {
  readonly freshFrom: Day;
}

/** The settings that a period depends on, as the settings timeline of a tenant gives them. */
export interface PeriodSettings {
  readonly calendar: QuarterCalendar;
  on(day: Day): { readonly cadenceQuarters: number; readonly pilotLimitDays: number };
}

/** How many quarters pages and reports show unless asked otherwise. */
export const PERIOD_QUARTERS = 8;

/** How far live pages look back, the running quarter included; older quarters are had as stored reports. */
export const FACT_QUARTERS = 20;

/** `count` quarters in order, the last of them the one that holds `last`. */
export function periodQuarters(
  settings: PeriodSettings,
  last: Day,
  count: number,
  today: Day,
): PeriodQuarter[] {
  const quarters: PeriodQuarter[] = [];
  let quarter = quarterOf(last, settings.calendar);
  for (let taken = 0; taken < count; taken += 1) {
    const { cadenceQuarters } = settings.on(quarter.to);
    quarters.unshift({
      ...quarterView(quarter, today),
      freshFrom: freshFrom(quarter.to, settings.calendar, { cadenceQuarters, graceDays: 0 }),
    });
    quarter = previousQuarter(quarter, settings.calendar);
  }
  return quarters;
}

export function quarterView(quarter: FiscalQuarter, today: Day): QuarterView {
  const { label, fiscalYear, from, to } = quarter;
  return {
    label,
    fiscalYear,
    quarter: quarter.quarter,
    from,
    to,
    isCurrent: from <= today && today <= to,
    isFinished: to < today,
  };
}
