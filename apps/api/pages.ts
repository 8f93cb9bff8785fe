import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { nonceOf } from '@kernagenda/shared/api';
import type { Settings } from '@kernagenda/shared/api';
import { SettingsError } from './config';

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
  const serverFile = join(webDir, 'server', 'server.mjs');
  if (!existsSync(serverFile)) throw new SettingsError('WEB_DIR holds no built web application: build it first.');
  const server = app.getHttpAdapter().getInstance();
  const logger = new Logger('Pages');
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
  const { createWebHandler } = (await import(pathToFileURL(serverFile).href)) as WebServer;
  const handle = createWebHandler({
    allowedHosts: [...new Set([new URL(settings.publicUrl).hostname, 'localhost', '127.0.0.1'])],
    apiOrigin: `http://${['0.0.0.0', '::'].includes(settings.host) ? '127.0.0.1' : settings.host}:${settings.port}`,
  });
  server.get('/*', async (request, reply) => {
    if (/^\/(api|health|socket\.io)(\/|\?|$)/.test(request.url)) return reply.callNotFound();
    reply.hijack();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    try {
      const isAnswered = await handle(request.raw, reply.raw, nonceOf(reply.raw));
      if (!isAnswered) answer(reply.raw, 404);
    } catch (error) {
      logger.error(`${request.id} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      answer(reply.raw, 500);
    }
    return reply;
  });
}

/** Without a page there is nothing to say but the status; what was begun is only ended. */
function answer(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  if (!response.writableEnded) response.end();
}
