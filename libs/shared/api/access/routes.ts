import { RequestMethod } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { accessMetadata } from './access.decorator';
import type { AccessRule } from './access.decorator';

/** Addresses that do not start with `/api/v1`. */
export const outsidePrefix = [
  '/health/live',
  '/health/ready',
  '/api/docs',
  '/api/docs/:asset',
  '/.well-known/security.txt',
];

export interface RouteRule {
  readonly method: string;
  /** With parameters as `:name`. */
  readonly path: string;
  readonly rules: readonly AccessRule[];
}

interface FoundRoute extends Omit<RouteRule, 'rules'> {
  readonly handler: string;
  readonly rules: readonly AccessRule[] | undefined;
}

function findRoutes(app: INestApplication): FoundRoute[] {
  const scanner = new MetadataScanner();
  const reflector = new Reflector();
  return app
    .get(DiscoveryService)
    .getControllers()
    .flatMap(({ metatype, instance }) => {
      if (!metatype || !instance) return [];
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) return [];
      const base = toPath(Reflect.getMetadata(PATH_METADATA, metatype));
      return scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler: unknown = Reflect.get(prototype, name);
        if (typeof handler !== 'function') return [];
        const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
        if (typeof method !== 'number') return [];
        const rules = reflector.getAllAndOverride<readonly AccessRule[] | undefined>(accessMetadata, [
          handler,
          metatype,
        ]);
        const local = base + toPath(Reflect.getMetadata(PATH_METADATA, handler));
        const path = outsidePrefix.includes(local) ? local : `/api/v1${local}`;
        return [{ method: RequestMethod[method] ?? 'ALL', path, handler: `${metatype.name}.${name}`, rules }];
      });
    });
}

function toPath(metadata: unknown): string {
  const path = String(Array.isArray(metadata) ? metadata[0] : (metadata ?? '')).replace(/^\/|\/$/g, '');
  return path === '' ? '' : `/${path}`;
}

/**
 * Every route of the controllers with who passes its door, sorted by path.
 * @throws Error naming the handlers without a rule; called at boot, so that such a server does not start.
 */
export function listRoutes(app: INestApplication): RouteRule[] {
  const routes = findRoutes(app);
  const open = routes.filter(({ rules }) => !rules).map(({ handler }) => handler);
  if (open.length > 0) throw new Error(`Every route needs @Access(…), missing on: ${open.join(', ')}`);
  return routes
    .map(({ method, path, rules }) => ({ method, path, rules: rules ?? [] }))
    .sort((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method));
}
