import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { CONFIG, type Config } from './config/config.js';
import { ErrorFilter } from './errors/error.filter.js';
import { LOGGER, type Logger } from './observability/logger.js';
import { RequestScope } from './observability/request-scope.js';

/** Configuration, logger, ids of requests in the log and the shape of errors, for every module of a process. */
@Module({})
export class CoreModule {
  static forRoot(config: Config, logger: Logger): DynamicModule {
    return {
      module: CoreModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
        { provide: APP_FILTER, useClass: ErrorFilter },
        RequestScope,
      ],
      exports: [CONFIG, LOGGER],
    };
  }
}
