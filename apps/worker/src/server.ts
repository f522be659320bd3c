import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLogger, type Config, type Logger } from '@pilotage/platform';
import { WorkerModule } from './worker.module.js';

/** The worker: jobs, and HTTP for health and metrics only. */
export async function createWorker(config: Config, logger: Logger): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    WorkerModule.forRoot(config, logger),
    new FastifyAdapter(),
    { logger: new NestLogger(logger) },
  );
  app.enableShutdownHooks();
  return app;
}
