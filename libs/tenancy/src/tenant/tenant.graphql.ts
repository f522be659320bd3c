import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Day, FiscalQuarter } from '@pilotage/analytics';
import type { TenantId } from '@pilotage/platform';
import { DayScalar, InvalidInputError } from '@pilotage/platform/graphql';

@ObjectType()
export class SetupStep {
  @Field({ description: 'FISCAL_YEAR, ORGANISATION_CHECK, PORTFOLIO, UNITS or MEMBERS.' })
  key!: string;

  @Field()
  isDone!: boolean;
}

@ObjectType({ description: 'The organisation of the x-tenant header.' })
export class Tenant {
  @Field(() => ID)
  id!: TenantId;

  @Field({ description: 'Its part of the address.' })
  slug!: string;

  @Field()
  name!: string;

  @Field({ description: 'Made-up data, removable with one click.' })
  isSample!: boolean;
}

@ObjectType({ description: "A quarter of the organisation's fiscal year, both ends included." })
export class Quarter {
  @Field({ description: 'Such as Q3 FY26.' })
  label!: string;

  @Field(() => Int, { description: 'The calendar year in which the fiscal year ends.' })
  fiscalYear!: number;

  @Field(() => Int, { description: '1 to 4.' })
  quarter!: number;

  @Field(() => DayScalar)
  from!: Day;

  @Field(() => DayScalar)
  to!: Day;

  @Field({ description: 'Holds today.' })
  isCurrent!: boolean;

  @Field({ description: 'Its last day is past.' })
  isFinished!: boolean;
}

export const toQuarter = ({ label, fiscalYear, quarter, from, to }: FiscalQuarter, today: Day): Quarter =>
  Object.assign(new Quarter(), {
    label,
    fiscalYear,
    quarter,
    from,
    to,
    isCurrent: from <= today && today <= to,
    isFinished: to < today,
  });

@InputType()
export class RemoveSampleInput {
  @Field({ description: "The organisation's part of the address, typed as a confirmation." })
  confirmSlug!: string;
}

@ObjectType()
export class RemoveSampleSuccess {
  @Field()
  slug!: string;
}

export const RemoveSampleResult = createUnionType({
  name: 'RemoveSampleResult',
  types: () => [RemoveSampleSuccess, InvalidInputError] as const,
});
