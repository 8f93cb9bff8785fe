import { Param, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext, PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '@kernagenda/shared/domain';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text has the shape of an id. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

const idPipe: PipeTransform<unknown, string> = {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !isId(value)) throw new Problem('not_found');
    return value.toLowerCase();
  },
};

/** An id in the address. What is no id cannot exist either: 404. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, idPipe);

const numberPipe: PipeTransform<unknown, number> = {
  transform(value: unknown): number {
    // The validation pipe before this one may have made it a number already.
    if (!/^[1-9]\d{0,8}$/.test(String(value))) throw new Problem('not_found');
    return Number(value);
  },
};

/** A counting number in the address, from 1. What is no number cannot exist either: 404. */
export const NumberParam = (name: string): ParameterDecorator => Param(name, numberPipe);

/** The address of the network a request comes from: an IPv6 household is its /64. */
export const ClientNetwork = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { ip } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!ip.includes(':') || ip.includes('.')) return ip;
  const [head = '', tail] = ip.split('::');
  const groups = head.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - groups.length - tail.split(':').length);
  const full = [...groups, ...Array<string>(missing).fill('0'), ...(tail ?? '').split(':')];
  return full.slice(0, 4).join(':');
});
