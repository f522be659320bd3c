import 'reflect-metadata';
import { configFromProcess, createLogger } from '@pilotage/platform';
import { createWorker } from './server.js';

const config = configFromProcess();
const logger = createLogger(config.LOG_LEVEL, 'worker');

try {
  const app = await createWorker(config, logger);
  await app.listen(config.WORKER_PORT, config.HOST);
  logger.info({ event: 'worker_listening', host: config.HOST, port: config.WORKER_PORT });
} catch (error) {
  logger.fatal({ event: 'worker_did_not_start', err: error });
  // Not by exitCode: connections that are open by now would keep the process alive.
  process.exit(1);
}
