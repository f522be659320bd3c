import { Injectable } from '@nestjs/common';
import { todayIn, type Day } from '@pilotage/analytics';
import { BadInputError, type MemberId, type TenantReadTx, type TenantTx } from '@pilotage/platform';
import { settingsChanged } from './setting.events.js';
import {
  isEffectiveDay,
  parseSetting,
  SETTING_DEFAULTS,
  SETTING_NAMES,
  type SettingName,
  type SettingValue,
} from './setting.rules.js';
import { SettingsTimeline, type SettingRow } from './settings-timeline.js';

/** Of what was recorded; nobody changes settings a hundred times. */
const LISTED = 100;

/** What must be known to make a tenant; as people type it. */
export interface InitialSettings {
  readonly fiscalYearStartMonth: number;
  readonly timeZone: string;
  readonly currency: string;
}

export type InitialValues = Readonly<Record<SettingName, SettingValue>>;

export interface SettingRecord extends SettingRow {
  readonly id: string;
  readonly recordedAt: Date;
  readonly recordedBy: MemberId | null;
  readonly supersededAt: Date | null;
}

@Injectable()
export class SettingsService {
  /**
   * The settings over time: live ones, or as known at an instant.
   *
   * @throws BadInputError (path `knownAt`) for an instant before the tenant was made
   */
  async timeline(tx: TenantReadTx, knownAt: Date | null = null): Promise<SettingsTimeline> {
    const rows = await tx.query<SettingRow>(
      `select name, value, effective_on as "effectiveOn" from setting_revision
        where tenant_id = $1
          and case when $2::timestamptz is null then superseded_at is null
                   else recorded_at <= $2 and (superseded_at is null or superseded_at > $2) end`,
      [tx.ctx.tenantId, knownAt],
    );
    if (rows.length === 0) {
      throw new BadInputError(
        'Nothing was known of this organisation at that instant.',
        ['knownAt'],
        'TOO_EARLY',
      );
    }
    return new SettingsTimeline(rows);
  }

  /** Which day it is where the tenant is. */
  async today(tx: TenantReadTx): Promise<Day> {
    const timeline = await this.timeline(tx);
    return timeline.todayAt(new Date());
  }

  /** Every setting ever recorded, newest first; the last 100. */
  records(tx: TenantReadTx): Promise<SettingRecord[]> {
    return tx.query<SettingRecord>(
      `select id, name, value, effective_on as "effectiveOn", recorded_at as "recordedAt",
              recorded_by as "recordedBy", superseded_at as "supersededAt"
         from setting_revision where tenant_id = $1 order by recorded_at desc, effective_on desc, name limit $2`,
      [tx.ctx.tenantId, LISTED],
    );
  }

  /** The settings of a new tenant, in force since ever: days before the first follow the first. */
  async initialise(tx: TenantTx, values: InitialValues): Promise<void> {
    const effectiveOn = todayIn(String(values.TIME_ZONE), await tx.history.instant());
    await tx.history.append(
      'setting_revision',
      SETTING_NAMES.map((name) => ({ name, value: values[name], effectiveOn })),
    );
  }

  /**
   * A setting from a day on. The same setting of the same day is corrected.
   *
   * @throws BadInputError naming the field
   */
  async change(
    tx: TenantTx,
    change: { name: SettingName; value: string; effectiveOn: string },
  ): Promise<void> {
    const { name, effectiveOn } = change;
    const value = valueFrom(name, change.value, 'value');
    if (!isEffectiveDay(effectiveOn)) {
      throw new BadInputError('Choose a day between 1970 and 2100.', ['effectiveOn'], 'DAY_OUT_OF_RANGE');
    }
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('settings ' || $1, 0))`, [tx.ctx.tenantId]);
    const [sameDay] = await tx.query<{ id: string }>(
      `select id from setting_revision
        where tenant_id = $1 and name = $2 and effective_on = $3 and superseded_at is null`,
      [tx.ctx.tenantId, name, effectiveOn],
    );
    const row = { name, value, effectiveOn };
    if (sameDay) await tx.history.supersede('setting_revision', sameDay.id, row);
    else await tx.history.append('setting_revision', [row]);
    tx.emit(settingsChanged, { tenantId: tx.ctx.tenantId });
  }
}

/** What a new tenant starts with. @throws BadInputError naming the wrong field */
export function initialValues(initial: InitialSettings): InitialValues {
  return {
    FISCAL_YEAR_START_MONTH: valueFrom(
      'FISCAL_YEAR_START_MONTH',
      String(initial.fiscalYearStartMonth),
      'fiscalYearStartMonth',
    ),
    TIME_ZONE: valueFrom('TIME_ZONE', initial.timeZone, 'timeZone'),
    CURRENCY: valueFrom('CURRENCY', initial.currency, 'currency'),
    ...SETTING_DEFAULTS,
  };
}

function valueFrom(name: SettingName, text: string, field: string): SettingValue {
  const parsed = parseSetting(name, text);
  if (parsed.kind === 'invalid') throw new BadInputError(parsed.message, [field], 'NOT_A_VALUE');
  return parsed.value;
}
