import { Field, Int, ObjectType } from '@nestjs/graphql';
import { type Day } from '@pilotage/analytics';
import { currentFramework } from '@pilotage/frameworks';
import { DayScalar, InstantScalar } from '@pilotage/platform/graphql';
import { Initiative } from '@pilotage/portfolio/api';
import { Quarter } from '@pilotage/tenancy/api';
import { type FactStatus } from '../reading/fact-status.queries.js';
import { HorizonShare } from '../time-to-production/time-to-production.graphql.js';
import { Blocker, Bridge, QuarterPoint, ReadyCount } from '../trend/trend.graphql.js';
import type {
  ExecutiveQuarter as ExecutiveQuarterView,
  StockFigure as StockFigureView,
  StuckFigure as StuckFigureView,
} from './executive-quarter.js';

@ObjectType({ description: 'So many of all active: previous + entered + first recorded - left.' })
export class StockFigure implements StockFigureView {
  @Field(() => Int, { description: 'Initiatives there on the last day of the quarter.' })
  count!: number;

  @Field(() => Int, { description: 'All that had not ended by then.' })
  of!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Those on the last day of the quarter before; null where the register knows no such quarter.',
  })
  previous!: number | null;

  @Field(() => Int, {
    description: 'Counted now and not in the quarter before, with a day of entry in this quarter.',
  })
  entered!: number;

  @Field(() => Int, {
    description:
      'Counted now and not before, without a day of entry in this quarter: first seen here, or from elsewhere.',
  })
  firstRecorded!: number;

  @Field(() => Int, { description: 'Counted in the quarter before and not now, be it for the better.' })
  left!: number;
}

@ObjectType({ description: 'Pilots beyond their limit.' })
export class StuckFigure implements StuckFigureView {
  @Field(() => Int, { description: 'Without an accepted way forward.' })
  stuck!: number;

  @Field(() => Int, { description: 'Over the limit, but no plan is recorded: listed, not counted as stuck.' })
  overLimitNoPlan!: number;

  @Field(() => Int, { nullable: true })
  previous!: number | null;

  initiativeIds!: readonly string[];
  longInLimitedProductionIds!: readonly string[];
}

@ObjectType({ description: 'What moved, and why as far as recorded.' })
export class Move {
  @Field(() => Initiative)
  initiative!: Initiative;

  @Field()
  text!: string;

  @Field(() => DayScalar, { nullable: true })
  on!: Day | null;
}

@ObjectType({ description: 'One page for an executive: what moved, why, what is stuck.' })
export class ExecutiveQuarter implements Omit<ExecutiveQuarterView, 'stuck' | 'moved'> {
  @Field(() => Quarter)
  quarter!: Quarter;

  @Field()
  headline!: string;

  @Field(() => StockFigure)
  inProduction!: StockFigure;

  @Field(() => StockFigure)
  pilots!: StockFigure;

  @Field(() => ReadyCount)
  ready!: ReadyCount;

  @Field(() => ReadyCount, { nullable: true })
  previousReady!: ReadyCount | null;

  @Field(() => HorizonShare)
  shareWithin12Months!: HorizonShare;

  @Field(() => Int, { description: 'Pilots behind the share.' })
  shareN!: number;

  @Field()
  shareWording!: string;

  @Field(() => StuckFigure)
  stuck!: StuckFigure;

  @Field(() => Blocker, { nullable: true, description: 'What blocks most.' })
  blocker!: Blocker | null;

  @Field(() => String, {
    nullable: true,
    description: 'The question of `blocker` in words, without its key.',
  })
  blockerName!: string | null;

  @Field(() => [String], { description: 'How far the figures reach.' })
  foot!: readonly string[];

  @Field(() => Bridge, { nullable: true })
  bridge!: Bridge | null;

  @Field(() => [QuarterPoint], { description: 'Up to this one, oldest first.' })
  quarters!: QuarterPoint[];

  @Field(() => Int, {
    description: 'Initiatives whose figures are still being recomputed; 0 in a stored report.',
  })
  pending!: number;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When figures were last recomputed; null in a stored report.',
  })
  factsAt!: Date | null;

  /** For the field `moved`, which names initiatives. */
  view!: ExecutiveQuarterView;
}

export function toExecutiveQuarter(view: ExecutiveQuarterView & FactStatus): ExecutiveQuarter {
  const question = currentFramework().questions.find(({ key }) => key === view.blocker?.questionKey);
  return Object.assign(new ExecutiveQuarter(), view, { blockerName: question?.text ?? null, view });
}
