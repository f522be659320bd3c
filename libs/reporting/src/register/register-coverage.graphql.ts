import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type Day } from '@pilotage/analytics';
import { DayScalar } from '@pilotage/platform/graphql';
import { type UnitId } from '@pilotage/tenancy';
import type {
  CoverageCounts as CoverageCountsView,
  OtherUnits as OtherUnitsView,
  RegisterCoverage as RegisterCoverageView,
  UnitCoverage as UnitCoverageView,
} from './register-coverage.js';

@ObjectType({ isAbstract: true })
abstract class CoverageCounts implements CoverageCountsView {
  @Field(() => Int, { description: 'All that are listed, ended ones too.' })
  initiatives!: number;

  @Field(() => Int, { description: 'The day of idea or of pilot is recorded, to whatever precision.' })
  withStartDate!: number;

  @Field(() => Int, { description: 'In production or scaled now, or retired from it.' })
  reachedProduction!: number;

  @Field(() => Int, { description: 'Of those that reached production: since when is recorded.' })
  withProductionDate!: number;

  @Field(() => Int, { description: 'Seen in a stage, without the day of any.' })
  observedOnly!: number;
}

@ObjectType()
export class UnitCoverage extends CoverageCounts implements UnitCoverageView {
  unitId!: UnitId | null;
}

@ObjectType({ description: 'The units that are not listed one by one.' })
export class OtherUnits extends CoverageCounts implements OtherUnitsView {
  @Field(() => Int)
  units!: number;
}

@ObjectType({ description: 'What the register can tell and what it cannot, as it is now.' })
export class RegisterCoverage extends CoverageCounts {
  @Field({ description: 'The same in words: what can be had from it, and where dates are missing.' })
  wording!: string;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The day of its newest list; of several registers, of one that says since when it records ends. Null: none says anything.',
  })
  asOf!: Day | null;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'From this day on it also records what ended; null: not known, so no rate.',
  })
  completeSince!: Day | null;

  @Field({ description: 'What ended is missing, so no rate of stopping can be had.' })
  livingOnly!: boolean;

  @Field(() => [UnitCoverage], {
    description: 'Units with initiatives of their own, those that lack most start dates first; at most 20.',
  })
  units!: UnitCoverage[];

  @Field(() => OtherUnits, { nullable: true })
  otherUnits!: OtherUnits | null;
}

export function toRegisterCoverage({ claim, units, ...view }: RegisterCoverageView): RegisterCoverage {
  return Object.assign(new RegisterCoverage(), view, {
    asOf: claim?.asOfOn ?? null,
    completeSince: claim?.completeSince ?? null,
    livingOnly: claim?.livingOnly ?? false,
    units: units.map((unit) => Object.assign(new UnitCoverage(), unit)),
  });
}
