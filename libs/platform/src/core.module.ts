import { Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from './config/config.js';
import { LOGGER, type Logger } from './observability/logger.js';

/** Configuration and logger, for every module of a process. */
@Module({})
export class CoreModule {
  static forRoot(config: Config, logger: Logger): DynamicModule {
    return {
      module: CoreModule,
      global: true,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: logger },
      ],
      exports: [CONFIG, LOGGER],
    };
  }
}
