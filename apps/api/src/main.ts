import 'reflect-metadata';
import { configFromProcess, createLogger } from '@pilotage/platform';
import { createApi } from './server.js';

const config = configFromProcess();
const logger = createLogger(config.LOG_LEVEL, 'api');

try {
  const app = await createApi(config, logger);
  await app.listen(config.PORT, config.HOST);
  logger.info({ event: 'api_listening', host: config.HOST, port: config.PORT });
} catch (error) {
  logger.fatal({ event: 'api_did_not_start', err: error });
  // Not by exitCode: connections that are open by now would keep the process alive.
  process.exit(1);
}
