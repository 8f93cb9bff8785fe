import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';

/** For answers that are the same for everybody: kept for a minute, and asked again by their content. */
@Injectable()
export class CachedAnswer implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const seen = http.getRequest<FastifyRequest>().headers['if-none-match'];
    return next.handle().pipe(
      map((body: unknown) => {
        const tag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
        void reply.header('etag', tag).header('cache-control', 'public, max-age=60');
        const isSeen = seen?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
        if (!isSeen) return body;
        void reply.status(304);
        return undefined;
      }),
    );
  }
}
