import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Addresses that answer for themselves and never with the web app. */
const SERVICE = /^\/(graphql|auth|imports|files|health|metrics)(\/|\?|$)/;
const HASHED = /\/assets\//;

/**
 * Serves the built web app: hashed assets for a year, the page for every other address, since the app's router takes it
 * from there.
 */
export async function serveWebApp(server: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`There is no web app in ${folder}. Build it (npx nx build web) or unset WEB_DIST.`);
  }
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/*', (request: FastifyRequest, reply: FastifyReply) => {
    const isPage = !SERVICE.test(request.url) && !/\.\w+$/.test(request.url.split('?')[0]!);
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.callNotFound();
  });
}
