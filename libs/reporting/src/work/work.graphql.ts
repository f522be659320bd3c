import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type OfficeWork as OfficeWorkView } from './work.queries.js';

@ObjectType({ description: 'What waits for the viewer.' })
export class MyWork {
  @Field(() => Int, { description: 'Active initiatives that the viewer owns or sponsors.' })
  owned!: number;

  @Field(() => Int, { description: 'How many there are to confirm; `toConfirm` lists the first 50.' })
  toConfirmCount!: number;

  @Field(() => Int, { description: 'How many there are to assess; `toAssess` lists the first 50.' })
  toAssessCount!: number;

  confirmIds!: readonly string[];
  assessIds!: readonly string[];
}

@ObjectType({
  description:
    'Counts for the programme office. Each names the `attention` by which `initiatives` lists exactly those.',
})
export class OfficeWork implements OfficeWorkView {
  @Field(() => Int, { description: 'Not ended, also those without a recorded stage.' })
  active!: number;

  @Field(() => Int, { description: 'WITHOUT_OWNER' })
  withoutOwner!: number;

  @Field(() => Int, { description: 'WITHOUT_SPONSOR' })
  withoutSponsor!: number;

  @Field(() => Int, { description: 'WITHOUT_STAGE' })
  withoutStage!: number;

  @Field(() => Int, { description: 'NOT_CONFIRMED_90_DAYS' })
  notConfirmed90Days!: number;

  @Field(() => Int, { description: 'OVER_LIMIT_NO_PLAN' })
  overLimitNoPlan!: number;

  @Field(() => Int, { description: 'LONG_IN_LIMITED_PRODUCTION' })
  longInLimitedProduction!: number;

  @Field(() => Int, { description: 'ASSESSMENT_STALE' })
  stale!: number;

  @Field(() => Int, { description: 'NEVER_ASSESSED' })
  neverAssessed!: number;

  @Field(() => Int, {
    description: 'Findings of the newest import that is DONE, as its `findings(isOpen: true)` lists them.',
  })
  importFindings!: number;

  @Field(() => Int, { description: 'MOVED_THIS_QUARTER' })
  movedThisQuarter!: number;
}
