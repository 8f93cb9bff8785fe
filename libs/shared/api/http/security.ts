import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { CustomDecorator } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '@kernagenda/shared/domain';
import type { Settings } from '../settings';

const nonces = new WeakMap<ServerResponse, string>();

/** The nonce of the Content-Security-Policy of this response; the pages put it on their scripts and styles. */
export function nonceOf(response: ServerResponse): string {
  const nonce = nonces.get(response) ?? randomBytes(16).toString('base64');
  nonces.set(response, nonce);
  return nonce;
}

const withNonce = (_: IncomingMessage, response: ServerResponse): string => `'nonce-${nonceOf(response)}'`;

/** Headers that keep a browser from running, framing or leaking what is not ours. */
export async function addSecurityHeaders(server: FastifyInstance, settings: Settings): Promise<void> {
  const isHttps = settings.publicUrl.startsWith('https:');
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", withNonce],
        styleSrc: ["'self'", withNonce],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    hsts: isHttps,
    crossOriginEmbedderPolicy: false,
  });
}

/** Whether a page of another site made the browser send this; `same-site` counts as another site. */
export function isCrossSite(headers: IncomingMessage['headers'], settings: Settings): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return isForeignOrigin(headers, settings);
}

/** Whether the Origin header, where there is one, names another place than this server. */
export function isForeignOrigin(headers: IncomingMessage['headers'], settings: Settings): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === settings.publicUrl) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

const readingMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

declare module 'fastify' {
  interface FastifyContextConfig {
    fromAnySite?: boolean;
  }
}

const isOpen = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.fromAnySite === true;

/**
 * Lets a write come from pages of other sites, and as a form: for a route that looks at no session and is told by
 * something signed what to do.
 */
export const FromAnySite = (): CustomDecorator => RouteConfig({ fromAnySite: true });

/**
 * Refuses a write that comes from a page of another site. Without these headers it is no browser, and carries no
 * cookie of somebody who does not know.
 */
export function refuseCrossSiteWrites(server: FastifyInstance, settings: Settings): void {
  server.addHook('onRequest', async (request) => {
    if (readingMethods.includes(request.method) || isOpen(request)) return;
    if (isCrossSite(request.headers, settings)) throw new Problem('cross_site');
  });
  // What a form says is not read: only a route that is open takes it, and that is told by its address.
  server.addContentTypeParser('application/x-www-form-urlencoded', (request, payload, done) => {
    payload.resume();
    done(isOpen(request) ? null : new Problem('unsupported_media_type'), undefined);
  });
}
