import {
  Inject,
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { CONFIG, type Config } from '../config/config.js';
import { RelayDatabase } from '../database/global-database.js';
import { HealthModule, Readiness } from '../observability/health.module.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import type { AnyJobContract } from './contract.js';
import { JobRegistry } from './registry.js';
import { WorkerHost } from './worker-host.js';

const CONTRACTS = Symbol('job contracts');

/** Runs every handler found among the application's providers; refuses to start unless each contract has exactly one. */
@Module({})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private host: WorkerHost | null = null;

  constructor(
    @Inject(CONTRACTS) private readonly contracts: readonly AnyJobContract[],
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly discovery: DiscoveryService,
    private readonly database: RelayDatabase,
    private readonly readiness: Readiness,
  ) {}

  /** @param contracts every job of the installation */
  static forRoot(contracts: readonly AnyJobContract[]): DynamicModule {
    return {
      module: JobsModule,
      imports: [DiscoveryModule, HealthModule],
      providers: [{ provide: CONTRACTS, useValue: contracts }],
    };
  }

  /** Not earlier: the handlers must have been made. */
  onApplicationBootstrap(): void {
    const providers = this.discovery.getProviders().map((provider) => provider.instance as unknown);
    const handlers = providers.filter((instance) => typeof instance === 'object' && instance !== null);
    const registry = new JobRegistry(this.contracts, handlers);
    const host = new WorkerHost(this.config, this.database, registry, this.log);
    host.start();
    this.readiness.needsToo('queue', () => host.queueAnswers());
    this.host = host;
    this.log.info({ event: 'worker_started', queue: host.backendName, jobs: registry.names });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.host?.stop();
  }
}
