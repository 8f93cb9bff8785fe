import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import { Logger } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listRoutes, outsidePrefix } from '../access/routes';
import { OpenApi, apiVersion } from '../docs/open-api';
import { acceptFiles } from '../files/sent-files';
import type { Settings } from '../settings';
import { checkAddress, checkBody } from './body-guard';
import { sendProblem } from './problem.filter';
import { addSecurityHeaders, refuseCrossSiteWrites } from './security';

const bodyLimit = 256 * 1024;
/**
 * The application with everything a request passes before a controller; it does not listen yet.
 * @throws Error naming every route without an access rule.
 */
export async function createServer(module: DynamicModule, settings: Settings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: (_, hop) => hop < settings.trustedProxies,
    genReqId: () => randomUUID(),
    requestTimeout: 30_000,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(request, reply, error, new Logger('Problem')),
  });
  const server = adapter.getInstance();
  server.removeContentTypeParser('text/plain');
  await server.register(cookie);
  await acceptFiles(server);
  await addSecurityHeaders(server, settings);
  addHooks(server, settings);
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    bodyParser: false,
    abortOnError: false,
    logger: ['error', 'warn', 'fatal'],
  });
  try {
    app.setGlobalPrefix('api/v1', { exclude: outsidePrefix });
    listRoutes(app);
    app.get(OpenApi).describe(app);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

function addHooks(server: FastifyInstance, settings: Settings): void {
  server.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) void reply.header('api-version', apiVersion);
    checkAddress(request.url);
  });
  refuseCrossSiteWrites(server, settings);
  server.addHook('preValidation', async ({ body }) => checkBody(body));
  server.addHook('onSend', async (request, reply) => {
    // What is answered may depend on who asked; only a route that says otherwise may be kept.
    if (!request.url.startsWith('/api/') || reply.hasHeader('cache-control')) return;
    void reply.header('cache-control', 'private, no-store');
  });
}
