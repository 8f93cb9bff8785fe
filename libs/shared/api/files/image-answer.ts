import type { FastifyReply, FastifyRequest } from 'fastify';
import { keptImageType } from './images.service';

/** The tag of a file that never changes, because its address names it alone. */
export const tagOf = (id: string, size: number): string => `"${id}-${size}"`;

/** Whether who asks already has what stands behind this tag. */
export const hasSeen = (request: FastifyRequest, tag: string): boolean =>
  request.headers['if-none-match']?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;

/** How long a browser shows a public picture again without asking, in seconds. */
const keptSeconds = 300;

/**
 * The headers of a kept picture. An address never changes its picture, but who may see it does: nothing between us and
 * the browser keeps it, and a browser asks again after five minutes, so what is hidden is gone by then; what is not
 * public is not kept at all. Opened by itself it is a picture in a sandbox, whatever somebody made of it.
 */
export function describeImage(reply: FastifyReply, tag: string, name: string, isPublic: boolean): void {
  void reply
    .type(keptImageType)
    .header('etag', tag)
    .header('cache-control', isPublic ? `private, max-age=${keptSeconds}` : 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .header('content-disposition', `inline; filename="${name}.webp"`)
    .header('content-security-policy', "default-src 'none'; sandbox");
}
