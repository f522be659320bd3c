import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { NotFoundError, idFrom } from '@pilotage/platform';
import { type ConnectionOf, orUserError } from '@pilotage/platform/graphql';
import { RequestContext } from '@pilotage/tenancy';
import { Ctx, Person, PersonLoader, Requires } from '@pilotage/tenancy/api';
import { ExecutiveQuarter, toExecutiveQuarter } from '../executive/executive-quarter.graphql.js';
import { parseFilter } from '../period/scope.js';
import { NOTHING_PENDING } from '../reading/fact-status.queries.js';
import { TimeToProduction, toTimeToProduction } from '../time-to-production/time-to-production.graphql.js';
import { Trend } from '../trend/trend.graphql.js';
import {
  Correction,
  Report,
  ReportConnection,
  ReportKindEnum,
  RequestReportInput,
  RequestReportResult,
  RequestReportSuccess,
  RerunReportInput,
  RerunReportResult,
  RerunReportSuccess,
  toReport,
} from './report.graphql.js';
import { ReportReader } from './report.reader.js';
import { ReportService } from './report.service.js';
import { type ReportId, type ReportKind } from './report.js';

@Resolver(() => Report)
export class ReportResolver {
  constructor(
    private readonly reader: ReportReader,
    private readonly service: ReportService,
    private readonly people: PersonLoader,
  ) {}

  @Requires('report.read')
  @Query(() => ReportConnection, { description: 'Requested reports, newest first; reruns hang on theirs.' })
  reports(
    @Ctx() ctx: RequestContext,
    @Args('kind', { type: () => ReportKindEnum, nullable: true }) kind: ReportKind | null,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<ConnectionOf<Report>> {
    return this.reader.list(ctx, { kind, first, after });
  }

  @Requires('report.read')
  @Query(() => Report, { nullable: true })
  report(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }) id: string): Promise<Report> {
    return this.one(ctx, id);
  }

  @Requires('report.request')
  @Mutation(() => RequestReportResult, {
    description: 'Queues a report; its state and progress stand on it.',
  })
  requestReport(
    @Ctx() ctx: RequestContext,
    @Args('input') { filter, knownAt, ...input }: RequestReportInput,
  ): Promise<object> {
    return orUserError(async () => {
      const id = await this.service.request(ctx, {
        ...input,
        filter: parseFilter(filter),
        knownAt: knownAt ?? null,
      });
      return Object.assign(new RequestReportSuccess(), { report: await this.one(ctx, id) });
    });
  }

  @Requires('report.request')
  @Mutation(() => RerunReportResult, {
    description: 'Queues the same report again, to prove that it gives the same.',
  })
  rerunReport(
    @Ctx() ctx: RequestContext,
    @Args('input') { reportId, idempotencyKey }: RerunReportInput,
  ): Promise<object> {
    return orUserError(async () => {
      const id = await this.service.rerun(ctx, idFrom<ReportId>(reportId, 'report'), idempotencyKey);
      return Object.assign(new RerunReportSuccess(), { report: await this.one(ctx, id) });
    });
  }

  @ResolveField(() => Person, { nullable: true })
  requestedBy(@Parent() { requestedById }: Report, @Context() ctx: RequestContext): Promise<Person | null> {
    return this.people.loadMember(ctx, requestedById);
  }

  @ResolveField(() => Trend, { nullable: true })
  async trend(@Parent() { row }: Report, @Context() ctx: RequestContext): Promise<object | null> {
    const result = row.kind === 'TREND' ? await this.reader.result(ctx, row.id) : null;
    return result?.kind === 'TREND' ? { ...result.trend, ...NOTHING_PENDING } : null;
  }

  @ResolveField(() => TimeToProduction, { nullable: true })
  async timeToProduction(
    @Parent() { row }: Report,
    @Context() ctx: RequestContext,
  ): Promise<TimeToProduction | null> {
    const result = row.kind === 'TIME_TO_PRODUCTION' ? await this.reader.result(ctx, row.id) : null;
    return result?.kind === 'TIME_TO_PRODUCTION' ? toTimeToProduction(result.timeToProduction) : null;
  }

  @ResolveField(() => ExecutiveQuarter, { nullable: true })
  async executiveQuarter(
    @Parent() { row }: Report,
    @Context() ctx: RequestContext,
  ): Promise<ExecutiveQuarter | null> {
    const result = row.kind === 'EXECUTIVE_QUARTER' ? await this.reader.result(ctx, row.id) : null;
    return result?.kind === 'EXECUTIVE_QUARTER'
      ? toExecutiveQuarter({ ...result.executiveQuarter, ...NOTHING_PENDING })
      : null;
  }

  @ResolveField(() => [Correction], {
    nullable: true,
    description:
      'Differences to the same period as known now; empty when nothing was corrected. Null until the report is done, and checked for one report per request.',
  })
  correctedSince(@Parent() { row }: Report, @Context() ctx: RequestContext): Promise<Correction[] | null> {
    return this.reader.correctedSince(ctx, row);
  }

  @ResolveField(() => Report, { nullable: true, description: 'The report that this one runs again.' })
  async rerunOf(@Parent() { row }: Report, @Context() ctx: RequestContext): Promise<Report | null> {
    return row.rerunOf === null ? null : this.one(ctx, row.rerunOf);
  }

  @ResolveField(() => Boolean, {
    nullable: true,
    description: 'Of a finished rerun: it gave the same digest.',
  })
  isEqual(@Parent() { row }: Report, @Context() ctx: RequestContext): Promise<boolean | null> {
    return this.reader.isEqual(ctx, row);
  }

  @ResolveField(() => [Correction], { nullable: true, description: 'Of a finished rerun: where it differs.' })
  differences(@Parent() { row }: Report, @Context() ctx: RequestContext): Promise<Correction[] | null> {
    return this.reader.differences(ctx, row);
  }

  private async one(ctx: RequestContext, id: string): Promise<Report> {
    const row = await this.reader.find(ctx, idFrom<ReportId>(id, 'report'));
    if (!row) throw new NotFoundError('report');
    return toReport(row);
  }
}
