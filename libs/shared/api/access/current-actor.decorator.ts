import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { RequestActor } from './actor-source';

/** The `Actor` who asks, or null for a visitor; never null on a route that asks for a person. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): RequestActor | null =>
    context.switchToHttp().getRequest<FastifyRequest>().actor ?? null,
);
