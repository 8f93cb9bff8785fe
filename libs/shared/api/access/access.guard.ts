import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '@kernagenda/shared/domain';
import { accessMetadata } from './access.decorator';
import type { AccessRule } from './access.decorator';
import { ActorSource, sessionCookie } from './actor-source';
import type { RequestActor } from './actor-source';

declare module 'fastify' {
  interface FastifyRequest {
    actor?: RequestActor | null;
  }
}

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rules = this.reflector.getAllAndOverride<readonly AccessRule[] | undefined>(accessMetadata, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!rules) throw new Problem('not_allowed');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = request.cookies[sessionCookie];
    const actor = token ? await this.actors.findActor(token) : null;
    request.actor = actor;
    if (rules.includes('visitor')) return true;
    if (!actor) throw new Problem('sign_in_required');
    if (rules.some((rule) => rule === 'person' || actor.roles.some(({ role }) => rule === `role:${role}`))) return true;
    throw new Problem('not_allowed');
  }
}
