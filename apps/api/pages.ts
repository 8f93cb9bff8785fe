import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { nonceOf } from '@kernagenda/shared/api';
import type { Settings } from '@kernagenda/shared/api';

/** What `apps/web/server.ts` is built into; false when no page answers and nothing was written. */
type WebHandler = (request: IncomingMessage, response: ServerResponse, nonce: string) => Promise<boolean>;
interface WebServer {
  readonly createWebHandler: (options: {
    readonly allowedHosts: readonly string[];
    readonly apiOrigin: string;
  }) => WebHandler;
}

const hashedName = /-(?=\w*[A-Z0-9])\w{8}\.\w+(\.br|\.gz)?$/;

/** A file whose name carries a hash of its content never changes; every other one may, tomorrow. */
export function cacheControlOf(path: string): string {
  return hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
}

/** Serves the built web application in the same process: its files, and its pages for every other address. */
export async function servePages(app: NestFastifyApplication, settings: Settings, webDir: string): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  await server.register(fastifyStatic, {
    root: join(webDir, 'browser'),
    wildcard: false,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', cacheControlOf(path));
    },
  });
  const { createWebHandler } = (await import(pathToFileURL(join(webDir, 'server', 'server.mjs')).href)) as WebServer;
  const handle = createWebHandler({
    allowedHosts: [...new Set([new URL(settings.publicUrl).hostname, 'localhost', '127.0.0.1'])],
    apiOrigin: `http://${settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host}:${settings.port}`,
  });
  server.get('/*', async (request, reply) => {
    if (/^\/(api|health|socket\.io)(\/|\?|$)/.test(request.url)) return reply.callNotFound();
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    const isAnswered = await handle(request.raw, reply.raw, nonceOf(reply.raw));
    if (!isAnswered) reply.raw.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('404');
    return reply;
  });
}
