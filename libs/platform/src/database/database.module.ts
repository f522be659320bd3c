import { Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config.js';
import { LOGGER, type Logger } from '../observability/logger.js';
import { EraserDatabase, GlobalDatabase, OperatorDatabase, RelayDatabase } from './global-database.js';
import { createPool } from './pool.js';
import { PooledClient } from './pooled-client.js';
import { UnitOfWork } from './unit-of-work.js';

/** Everything a process holds open towards PostgreSQL; closed together. */
export class Database {
  private constructor(
    readonly unitOfWork: UnitOfWork,
    readonly global: GlobalDatabase,
    readonly operator: OperatorDatabase,
    readonly relay: RelayDatabase,
    readonly eraser: EraserDatabase,
    private readonly dataSource: DataSource,
    private readonly pools: readonly pg.Pool[],
  ) {}

  static async open(config: Config, logger: Logger): Promise<Database> {
    const onError = (error: Error): void =>
      logger.warn({ event: 'database_connection_lost', message: error.message });
    const dataSource = new DataSource({
      type: 'postgres',
      url: config.DATABASE_URL_APP,
      schema: 'app',
      poolSize: config.DATABASE_POOL_SIZE,
      poolErrorHandler: onError,
      extra: { Client: PooledClient, keepAlive: true, connectionTimeoutMillis: 10_000 },
    });
    await dataSource.initialize();
    const small = Math.max(2, Math.floor(config.DATABASE_POOL_SIZE / 3));
    const kept = { prepares: config.DATABASE_PREPARED_STATEMENTS, onError };
    const readers = createPool({
      url: config.DATABASE_URL_APP,
      size: config.DATABASE_POOL_SIZE,
      pipeline: true,
      ...kept,
    });
    const global = createPool({ url: config.DATABASE_URL_APP, size: small, ...kept });
    const operator = createPool({ url: config.DATABASE_URL_OPERATOR, size: 2, onError });
    const relay = createPool({ url: config.DATABASE_URL_RELAY, size: small, onError });
    const eraser = createPool({ url: config.DATABASE_URL_ERASER, size: 1, onError });
    return new Database(
      new UnitOfWork(dataSource, readers),
      new GlobalDatabase(global),
      new OperatorDatabase(operator),
      new RelayDatabase(relay),
      new EraserDatabase(eraser),
      dataSource,
      [readers, global, operator, relay, eraser],
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.dataSource.destroy(), ...this.pools.map((pool) => pool.end())]);
  }
}

/** Gives libraries the unit of work and the global databases; nothing else reaches PostgreSQL. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static forRoot(): DynamicModule {
    const part = <T>(token: new (...args: never[]) => T, pick: (database: Database) => T): Provider => ({
      provide: token,
      inject: [Database],
      useFactory: pick,
    });
    const parts = [
      part(UnitOfWork, (database) => database.unitOfWork),
      part(GlobalDatabase, (database) => database.global),
      part(OperatorDatabase, (database) => database.operator),
      part(RelayDatabase, (database) => database.relay),
      part(EraserDatabase, (database) => database.eraser),
    ];
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: Database,
          inject: [CONFIG, LOGGER],
          useFactory: (config: Config, logger: Logger) => Database.open(config, logger),
        },
        ...parts,
      ],
      exports: [Database, ...[UnitOfWork, GlobalDatabase, OperatorDatabase, RelayDatabase, EraserDatabase]],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
