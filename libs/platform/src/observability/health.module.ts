import { setTimeout as sleep } from 'node:timers/promises';
import { Controller, Get, Header, Inject, Module, type BeforeApplicationShutdown } from '@nestjs/common';
import {
  HealthCheckService,
  HealthIndicatorService,
  TerminusModule,
  type HealthCheckResult,
} from '@nestjs/terminus';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { GlobalDatabase, RelayDatabase } from '../database/global-database.js';
import { openWork } from '../jobs/open-work.js';
import { LOGGER, type Logger } from './logger.js';

/** What a process needs to do its work; other modules add theirs. */
export class Readiness implements BeforeApplicationShutdown {
  readonly needs = new Map<string, () => Promise<unknown>>();
  /** True once the process was asked to stop: no new requests, please. */
  isStopping = false;

  /** @param answers rejects when it does not */
  needsToo(name: string, answers: () => Promise<unknown>): void {
    this.needs.set(name, answers);
  }

  beforeApplicationShutdown(): void {
    this.isStopping = true;
  }
}

/** Longer than an answer takes, and shorter than whoever asks waits. */
const PATIENCE_MS = 3_000;

@Controller('health')
class HealthController {
  constructor(
    @Inject(HealthCheckService) private readonly health: HealthCheckService,
    @Inject(HealthIndicatorService) private readonly indicators: HealthIndicatorService,
    private readonly readiness: Readiness,
    database: GlobalDatabase,
  ) {
    readiness.needsToo('database', () => database.query('select 1'));
  }

  /** The process runs. Restart it when this fails. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can do its work. Send no requests while this fails. */
  @Get('ready')
  ready(): Promise<HealthCheckResult> {
    const needs = [...this.readiness.needs].map(
      ([name, answers]) =>
        () =>
          this.answering(name, answers),
    );
    return this.health.check([...needs, () => this.takesRequests()]);
  }

  private async answering(name: string, answers: () => Promise<unknown>) {
    const check = this.indicators.check(name);
    const inTime = answers().then(
      () => true,
      () => false,
    );
    const doesAnswer = await Promise.race([inTime, sleep(PATIENCE_MS, false, { ref: false })]);
    return doesAnswer ? check.up() : check.down('It does not answer');
  }

  private async takesRequests() {
    const check = this.indicators.check('process');
    return this.readiness.isStopping ? check.down('stopping') : check.up();
  }
}

/** Numbers for Prometheus: the process and the outbox. */
@Controller('metrics')
class MetricsController {
  private readonly registry = new Registry();

  constructor(relay: RelayDatabase, @Inject(LOGGER) log: Logger) {
    collectDefaultMetrics({ register: this.registry, prefix: 'pilotage_' });
    this.registry.registerMetric(
      new Gauge({
        name: 'pilotage_outbox_rows',
        help: 'Jobs and events by state (finished ones left out)',
        labelNames: ['state'],
        registers: [],
        async collect() {
          const rows = await openWork(relay).catch((error: Error) => {
            log.warn({ event: 'metrics_incomplete', message: error.message });
            return [];
          });
          this.reset();
          for (const { state, count } of rows) this.set({ state }, count);
        },
      }),
    );
  }

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4')
  metrics(): Promise<string> {
    return this.registry.metrics();
  }
}

/** `/health/live`, `/health/ready`. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false })],
  controllers: [HealthController],
  providers: [Readiness],
  exports: [Readiness],
})
export class HealthModule {}

/** `/metrics`; for processes that only the operator reaches. */
@Module({ controllers: [MetricsController] })
export class MetricsModule {}
