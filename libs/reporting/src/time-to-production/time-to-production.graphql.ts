import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { type Day } from '@pilotage/analytics';
import { connectionType, DayScalar } from '@pilotage/platform/graphql';
import { Initiative } from '@pilotage/portfolio/api';
import type {
  Curve as CurveView,
  CurvePoint as CurvePointView,
  Exclusion as ExclusionView,
  HorizonShare as HorizonShareView,
  JourneyCause,
  RiskRowView,
  TimeToProduction as TimeToProductionView,
} from './time-to-production.js';

export const JourneyCauseEnum = {
  PRODUCTION: 'PRODUCTION',
  STOPPED: 'STOPPED',
  MERGED: 'MERGED',
  RUNNING: 'RUNNING',
} as const;
registerEnumType(JourneyCauseEnum, { name: 'JourneyCause', description: 'What became of a pilot.' });

@ObjectType()
export class CurvePoint implements CurvePointView {
  @Field(() => Float, { description: 'Since pilot entry.' })
  days!: number;

  @Field(() => Float, { description: 'The same in months of 30.4375 days.' })
  months!: number;

  @Field(() => Float, { description: '0 to 1, from this point on.' })
  share!: number;

  @Field(() => Float, { nullable: true, description: 'Of the 95 % interval; null where there is none.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true })
  upper!: number | null;

  @Field(() => Int, { description: 'Still watched just before.' })
  atRisk!: number;
}

@ObjectType({ description: 'A step curve.' })
export class Curve implements CurveView {
  @Field(() => JourneyCauseEnum)
  cause!: JourneyCause;

  @Field(() => [CurvePoint])
  points!: CurvePoint[];
}

@ObjectType({ description: 'The share in production by a month.' })
export class HorizonShare implements HorizonShareView {
  @Field(() => Int)
  months!: number;

  @Field(() => Float, { nullable: true, description: '0 to 1; null with a reason.' })
  share!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of the 95 % interval.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true })
  upper!: number | null;

  @Field(() => Int, { description: 'Still watched.' })
  atRisk!: number;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType('RiskRow')
export class RiskRow implements RiskRowView {
  @Field(() => Int)
  months!: number;

  @Field(() => Int)
  watched!: number;

  @Field(() => Int, { description: 'Up to then.' })
  inProduction!: number;

  @Field(() => Int, { description: 'Up to then.' })
  stopped!: number;
}

@ObjectType({ description: 'Who is counted apart, and why.' })
export class Exclusion implements ExclusionView {
  @Field(() => String)
  code!: ExclusionView['code'];

  @Field(() => Int)
  count!: number;

  @Field()
  message!: string;
}

@ObjectType({ description: 'One pilot on its way.' })
export class JourneyRow {
  @Field(() => Initiative)
  initiative!: Initiative;

  @Field(() => DayScalar, { description: 'Pilot entry.' })
  from!: Day;

  @Field(() => DayScalar, { description: 'The end of the way, or the day last observed.' })
  to!: Day;

  @Field(() => DayScalar, {
    nullable: true,
    description: 'Watched from later on only; null: from pilot entry.',
  })
  enteredWatchOn!: Day | null;

  @Field(() => JourneyCauseEnum)
  cause!: JourneyCause;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Counts as running until last seen in pilot; the day on which it left is not recorded.',
  })
  leftUndated!: boolean;

  @Field(() => Float)
  days!: number;
}

export const JourneyRowConnection = connectionType(JourneyRow, 'JourneyRow');

@ObjectType({
  description: 'From pilot to production, with stopped pilots and those still running as what they are.',
})
export class TimeToProduction implements Omit<TimeToProductionView, 'rows'> {
  @Field(() => DayScalar)
  asOf!: Day;

  @Field(() => Int, { description: 'Pilots followed by exact dates.' })
  n!: number;

  @Field(() => Int, { description: 'Of them in production.' })
  events!: number;

  @Field(() => Int)
  stopped!: number;

  @Field(() => Int)
  merged!: number;

  @Field(() => Int)
  running!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Left the pilot on a day that is not recorded: followed until last seen in it. Null in a report stored before they were told from running ones.',
  })
  leftUndated!: number;

  @Field(() => [Exclusion])
  excluded!: Exclusion[];

  @Field(() => DayScalar, { nullable: true, description: 'Since when the register records ends too.' })
  completeSince!: Day | null;

  @Field()
  livingOnly!: boolean;

  @Field({ description: 'The share by 12 months in words, or why there is none.' })
  wording!: string;

  @Field(() => [Curve])
  curves!: Curve[];

  @Field(() => [RiskRow], { description: 'Every six months.' })
  riskTable!: RiskRow[];

  @Field(() => [HorizonShare], { description: 'By 6, 12, 18 and 24 months.' })
  shares!: HorizonShare[];

  @Field(() => Float, {
    nullable: true,
    description: 'Months until a quarter of all had arrived; null: not reached.',
  })
  quarterArrivedMonths!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Months until half of all had arrived; null: not reached.',
  })
  medianMonths!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Median of those that arrived. It leaves out who did not: for comparison only.',
  })
  finishedOnlyMedianMonths!: number | null;

  @Field(() => Int)
  finishedOnlyN!: number;

  @Field(() => Int, { description: 'Left out: known to the month, quarter or year only.' })
  coarseDates!: number;

  @Field(() => Int, { description: 'Entered and left within one day: counted as half a day.' })
  sameDay!: number;

  @Field(() => Int, { nullable: true, description: 'Where the curves begin when not at pilot entry.' })
  startsAtDays!: number | null;

  @Field(() => String, { nullable: true, description: 'Why no share can be given.' })
  reason!: string | null;

  /** For the field `rows`, which names initiatives. */
  view!: TimeToProductionView;
}

export const toTimeToProduction = (view: TimeToProductionView): TimeToProduction =>
  Object.assign(new TimeToProduction(), view, { view });
