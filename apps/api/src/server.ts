import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestLogger, type Config, type Logger } from '@pilotage/platform';
import { ApiModule } from './api.module.js';
import { serveWebApp } from './web-app.js';

/** A GraphQL request is a few kilobytes; files have their own route and limit. */
const BODY_LIMIT_BYTES = 1_000_000;

/** For a request to arrive as a whole, 50 MB over a slow line included; without an end, idle senders could take all sockets. */
const REQUEST_TIMEOUT_MS = 300_000;

/** The api, ready to listen. */
export async function createApi(
  config: Config,
  logger: Logger,
  options: { schemaFile?: string } = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.TRUSTED_PROXIES,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(config, logger, options.schemaFile),
    adapter,
    { logger: new NestLogger(logger), bufferLogs: false },
  );
  const isHttps = config.PUBLIC_URL.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // Mantine sets sizes and colours through style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: isHttps ? [] : null,
      },
    },
    strictTransportSecurity: isHttps,
  });
  // What is in an answer is one person's; only the web app's own files, which say so themselves, may be kept.
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    });
  if (config.WEB_DIST) await serveWebApp(app.getHttpAdapter().getInstance(), config.WEB_DIST);
  app.enableShutdownHooks();
  return app;
}
