import { dayAt, quarterCalendar, type Day, type QuarterCalendar } from '@pilotage/analytics';
import type { SettingName, SettingValue } from './setting.rules.js';

export interface SettingRow {
  readonly name: SettingName;
  readonly value: SettingValue;
  readonly effectiveOn: Day;
}

/** The settings in force on one day. */
export interface SettingsInForce {
  /** 1 to 12. */
  readonly fiscalYearStartMonth: number;
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly cadenceQuarters: number;
  readonly pilotLimitDays: number;
}

/**
 * The settings of one tenant over time: live, or as known at one instant. A setting counts from its day until the next
 * one of its name; days before the first follow the first.
 */
export class SettingsTimeline {
  private readonly byName = new Map<SettingName, SettingRow[]>();
  /** The quarters of the tenant under its fiscal years. */
  readonly calendar: QuarterCalendar;

  constructor(rows: readonly SettingRow[]) {
    for (const row of [...rows].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1))) {
      this.byName.set(row.name, [...(this.byName.get(row.name) ?? []), row]);
    }
    this.calendar = quarterCalendar(
      this.rowsOf('FISCAL_YEAR_START_MONTH').map((row, index) => ({
        from: index === 0 ? null : row.effectiveOn,
        fiscalYearStartMonth: Number(row.value),
      })),
    );
  }

  on(day: Day): SettingsInForce {
    return {
      fiscalYearStartMonth: Number(this.valueOn('FISCAL_YEAR_START_MONTH', day)),
      timeZone: String(this.valueOn('TIME_ZONE', day)),
      currency: String(this.valueOn('CURRENCY', day)),
      cadenceQuarters: Number(this.valueOn('CADENCE_QUARTERS', day)),
      pilotLimitDays: Number(this.valueOn('PILOT_LIMIT_DAYS', day)),
    };
  }

  /** The tenant's calendar day at an instant, in the zone that is in force on that very day. */
  todayAt(instant: Date): Day {
    const zones = this.rowsOf('TIME_ZONE').map(({ value, effectiveOn }) => ({
      from: effectiveOn,
      timeZone: String(value),
    }));
    return dayAt(instant, zones);
  }

  private valueOn(name: SettingName, day: Day): SettingValue {
    const rows = this.rowsOf(name);
    return (rows.findLast(({ effectiveOn }) => effectiveOn <= day) ?? rows[0]!).value;
  }

  private rowsOf(name: SettingName): SettingRow[] {
    const rows = this.byName.get(name);
    if (!rows) throw new RangeError(`No setting ${name}; a tenant is created with all of them.`);
    return rows;
  }
}
