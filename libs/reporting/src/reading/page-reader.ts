import { Injectable } from '@nestjs/common';
import { type Day, EARLIEST_DAY, isDay, minDay, quarterOf } from '@pilotage/analytics';
import { BadInputError, type TenantReadTx, UnitOfWork } from '@pilotage/platform';
import { type RequestContext, SettingsService, type SettingsTimeline, UnitService } from '@pilotage/tenancy';
import { assembleExecutiveQuarter } from '../executive/assemble-executive-quarter.js';
import { type ExecutiveQuarter } from '../executive/executive-quarter.js';
import {
  FACT_QUARTERS,
  PERIOD_QUARTERS,
  periodQuarters,
  type PeriodQuarter,
  type QuarterView,
  quarterView,
} from '../period/period.js';
import {
  type PortfolioFilter,
  readQuarterScopes,
  readScopes,
  type Scope,
  type ScopeSource,
} from '../period/scope.js';
import { rounded } from '../period/canonical-json.js';
import { assembleTimeToProduction } from '../time-to-production/assemble-time-to-production.js';
import { type TimeToProduction } from '../time-to-production/time-to-production.js';
import { assembleTrend } from '../trend/assemble-trend.js';
import { type Trend } from '../trend/trend.js';
import { type FactStatus, readFactStatus } from './fact-status.queries.js';
import { readFigures, readPilots } from './figures.queries.js';
import { readLogs, readMoves, readRegisters } from './history.queries.js';

interface Now {
  readonly timeline: SettingsTimeline;
  readonly today: Day;
}

/**
 * Live pages: figures from facts, timelines from history, put together by the code that also makes stored reports.
 * What a contributor is restricted to is forced upon every filter.
 */
@Injectable()
export class PageReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: SettingsService,
    private readonly units: UnitService,
  ) {}

  /**
   * So many quarters up to the one that holds the given day, or up to the running one.
   *
   * @throws BadInputError for a quarter to come, or for more quarters than facts are kept for
   */
  trend(
    ctx: RequestContext,
    filter: PortfolioFilter,
    count: number,
    quarterOfDay: Day | null,
  ): Promise<Trend & FactStatus> {
    checkCount(count);
    return this.unitOfWork.read(ctx, async (tx) => {
      const { timeline, today } = await this.now(tx);
      const kept = periodQuarters(timeline, today, FACT_QUARTERS, today);
      const { to } = beganQuarter(timeline, quarterOfDay ?? today, today);
      const quarters = keptPeriod(kept, to, count);
      const scopes = await readQuarterScopes(tx, this.source(ctx, filter), quarters, today);
      const [figures, status] = await Promise.all([
        readFigures(tx, quarters, scopes),
        readFactStatus(tx, endsOf(quarters), ctx.member.unitIds && (scopes.at(-1)?.unitIds ?? null)),
      ]);
      return { ...rounded(assembleTrend(quarters, figures)), ...status };
    });
  }

  /** As of today, or of the end of the quarter that holds the given day. @throws BadInputError for a quarter to come */
  timeToProduction(
    ctx: RequestContext,
    filter: PortfolioFilter,
    quarterOfDay: Day | null,
  ): Promise<TimeToProduction> {
    return this.unitOfWork.read(ctx, async (tx) => {
      const { timeline, today } = await this.now(tx);
      const end = quarterOfDay === null ? today : beganQuarter(timeline, quarterOfDay, today).to;
      const asOf = minDay(end, today);
      const [scope] = await readScopes(tx, this.source(ctx, filter), [asOf]);
      return rounded(await readTimeToProduction(tx, asOf, scope!));
    });
  }

  /**
   * The page of one quarter; without a day the last finished one, or the running one while nothing is known of the last.
   *
   * @throws BadInputError for a quarter to come or before facts are kept
   */
  executiveQuarter(
    ctx: RequestContext,
    filter: PortfolioFilter,
    quarterOfDay: Day | null,
  ): Promise<ExecutiveQuarter & FactStatus> {
    return this.unitOfWork.read(ctx, async (tx) => {
      const { timeline, today } = await this.now(tx);
      const kept = periodQuarters(timeline, today, FACT_QUARTERS, today);
      const { to } =
        quarterOfDay === null
          ? await this.latestWithFacts(tx, kept)
          : beganQuarter(timeline, quarterOfDay, today);
      const quarters = keptPeriod(kept, to, PERIOD_QUARTERS);
      const wanted = quarters.at(-1)!;
      const scopes = await readQuarterScopes(tx, this.source(ctx, filter), quarters, today);
      const scope = scopes.at(-1)!;
      const [figures, pilots, moves, timeToProduction, status] = await Promise.all([
        readFigures(tx, quarters, scopes),
        readPilots(tx, scopes.slice(-2)),
        readMoves(tx, null, wanted, scope),
        readTimeToProduction(tx, minDay(wanted.to, today), scope),
        readFactStatus(tx, endsOf(quarters), ctx.member.unitIds && scope.unitIds),
      ]);
      const { pilotLimitDays } = timeline.on(wanted.to);
      const page = rounded(
        assembleExecutiveQuarter({
          quarters,
          figures,
          pilots,
          moves,
          timeToProduction,
          pilotLimitDays,
          today,
        }),
      );
      return { ...page, ...status };
    });
  }

  private async now(tx: TenantReadTx): Promise<Now> {
    const timeline = await this.settings.timeline(tx);
    return { timeline, today: timeline.todayAt(new Date()) };
  }

  private source(ctx: RequestContext, filter: PortfolioFilter): ScopeSource {
    return { units: this.units, filter, knownAt: null, own: ctx.member.unitIds };
  }

  private async latestWithFacts(tx: TenantReadTx, kept: readonly PeriodQuarter[]): Promise<PeriodQuarter> {
    const [running, finished] = [kept.at(-1), kept.at(-2)];
    if (!running || !finished) throw new RangeError('Facts are kept for two quarters at least.');
    const known = await tx.query(
      `select from initiative_quarter where tenant_id = $1 and quarter_to = $2 and stage is not null limit 1`,
      [tx.ctx.tenantId, finished.to],
    );
    return known.length > 0 ? finished : running;
  }
}

async function readTimeToProduction(tx: TenantReadTx, asOf: Day, scope: Scope): Promise<TimeToProduction> {
  const [logs, registers] = await Promise.all([readLogs(tx, null, asOf, scope), readRegisters(tx, null)]);
  return assembleTimeToProduction({ asOf, logs, registers });
}

const endsOf = (quarters: readonly QuarterView[]): Day[] => quarters.map(({ to }) => to);

const LEAST_QUARTERS = 2;

function checkCount(count: number): void {
  if (Number.isInteger(count) && count >= LEAST_QUARTERS && count <= FACT_QUARTERS) return;
  throw new BadInputError(
    `Ask for ${LEAST_QUARTERS} to ${FACT_QUARTERS} quarters.`,
    ['quarters'],
    'QUARTER_COUNT',
  );
}

/** @throws BadInputError when the quarter has not begun */
export function beganQuarter(timeline: SettingsTimeline, on: Day, today: Day): QuarterView {
  const quarter = isDay(on) && on >= EARLIEST_DAY ? quarterOf(on, timeline.calendar) : null;
  if (quarter && quarter.from <= today) return quarterView(quarter, today);
  throw new BadInputError(
    quarter ? `${quarter.label} has not begun.` : 'Choose a day from 1970 on.',
    ['quarterOf'],
    'NO_SUCH_QUARTER',
  );
}

/** `count` quarters up to the one that ends on `end`; all of them must be kept, or the page would not equal the report. */
function keptPeriod(kept: readonly PeriodQuarter[], end: Day, count: number): PeriodQuarter[] {
  const after = kept.findIndex(({ to }) => to === end) + 1;
  if (after >= count) return kept.slice(after - count, after);
  throw new BadInputError(
    `A live page of ${count} quarters reaches back ${FACT_QUARTERS - count}. Request a report for an earlier one.`,
    ['quarterOf'],
    'QUARTER_TOO_EARLY',
  );
}
