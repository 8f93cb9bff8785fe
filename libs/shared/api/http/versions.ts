import { Injectable, createParamDecorator } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '@kernagenda/shared/domain';

/** A body with a `version` gets it as ETag, to be sent back in `If-Match` with an edit. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body: unknown) => {
        if (hasVersion(body)) void reply.header('etag', `"${body.version}"`);
        return body;
      }),
    );
  }
}

function hasVersion(body: unknown): body is { readonly version: number } {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
}

/** The version the sender has seen, from `If-Match: "3"`; a missing header is a 428. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new Problem('version_required', 'Send the ETag you have seen as If-Match.');
  // A proxy that compresses marks the tag as weak; the number inside is still ours.
  const [, digits] = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim()) ?? [];
  if (digits === undefined) throw new Problem('stale_version', 'If-Match must hold one ETag of this resource.');
  return Number(digits);
});

/** @throws Problem `stale_version` when somebody changed the row since the sender saw it. */
export function requireVersion(current: number, seen: number): void {
  if (current !== seen) throw new Problem('stale_version', 'This was changed by somebody else in the meantime.');
}

/** Whether who asks already has what stands behind this tag. */
export const hasSeen = (request: FastifyRequest, tag: string): boolean =>
  request.headers['if-none-match']?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
