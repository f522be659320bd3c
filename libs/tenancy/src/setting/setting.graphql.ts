import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DayScalar, enumOf, InstantScalar, InvalidInputError } from '@pilotage/platform/graphql';
import type { MemberId } from '@pilotage/platform';
import { SETTING_NAMES, type SettingName } from './setting.rules.js';
import type { SettingRecord } from './settings.service.js';

const SettingNameEnum = enumOf(SETTING_NAMES);
registerEnumType(SettingNameEnum, { name: 'SettingName' });

@ObjectType({ description: 'One setting from a day on, as recorded once.' })
export class SettingChange {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  value!: string;

  @Field(() => DayScalar)
  effectiveOn!: string;

  @Field(() => InstantScalar)
  recordedAt!: Date;

  @Field({ description: 'Replaced by a later record of the same day.' })
  isSuperseded!: boolean;

  /** Resolved to a person. */
  recordedById!: MemberId | null;
}

export const toSettingChange = (record: SettingRecord): SettingChange =>
  Object.assign(new SettingChange(), {
    id: record.id,
    name: record.name,
    value: String(record.value),
    effectiveOn: record.effectiveOn,
    recordedAt: record.recordedAt,
    recordedById: record.recordedBy,
    isSuperseded: record.supersededAt !== null,
  });

@ObjectType({ description: 'The settings in force today.' })
export class Settings {
  @Field(() => Int, { description: '1 to 12.' })
  fiscalYearStartMonth!: number;

  @Field({ description: 'IANA name, such as Europe/Vienna.' })
  timeZone!: string;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;

  @Field(() => Int, { description: 'An assessment is due every so many quarters.' })
  cadenceQuarters!: number;

  @Field(() => Int, { description: 'A pilot that takes longer counts as stuck.' })
  pilotLimitDays!: number;
}

@InputType()
export class ChangeSettingInput {
  @Field(() => SettingNameEnum)
  name!: SettingName;

  @Field({
    description:
      'As people type it: FISCAL_YEAR_START_MONTH 1 to 12; TIME_ZONE such as Europe/Vienna, or UTC; CURRENCY as its three-letter code; CADENCE_QUARTERS 1 to 8; PILOT_LIMIT_DAYS 30 to 1825.',
  })
  value!: string;

  @Field(() => DayScalar)
  effectiveOn!: string;
}

@ObjectType()
export class ChangeSettingSuccess {
  @Field(() => Settings)
  settings!: Settings;
}

export const ChangeSettingResult = createUnionType({
  name: 'ChangeSettingResult',
  types: () => [ChangeSettingSuccess, InvalidInputError] as const,
});
