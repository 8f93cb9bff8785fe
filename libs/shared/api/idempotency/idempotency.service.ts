import { createHash } from 'node:crypto';
import { Injectable, createParamDecorator } from '@nestjs/common';
import type { ExecutionContext, OnModuleInit } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { FastifyRequest } from 'fastify';
import { Problem } from '@kernagenda/shared/domain';
import { Clock } from '../clock';
import { Jobs } from '../jobs/jobs.service';
import { IdempotencyKey } from './idempotency-keys.entity';

const keptMs = 30 * 86_400_000;

/** A creating call as its sender named it, so that a second arrival is recognised. */
export interface IdempotentCall {
  readonly personId: string;
  readonly route: string;
  readonly key: string;
  readonly bodyHash: string;
}

/** The call of this request by its `Idempotency-Key`, or null when the sender gave none. */
export const CreatingCall = createParamDecorator((_: unknown, context: ExecutionContext): IdempotentCall | null => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = request.headers['idempotency-key'];
  if (key === undefined || !request.actor) return null;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,100}$/.test(key)) {
    const detail = 'Idempotency-Key must be 8 to 100 visible characters, such as a UUID.';
    throw new Problem('invalid_input', undefined, [{ pointer: 'Idempotency-Key', detail }]);
  }
  const [path] = request.url.split('?');
  return {
    personId: request.actor.personId,
    route: `${request.method} ${path}`,
    key,
    bodyHash: createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex'),
  };
});

@Injectable()
export class Idempotency implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('idempotency-forget', async () => {
      await this.dataSource.manager.delete(IdempotencyKey, { createdAt: LessThan(this.oldest()) });
    });
  }

  /**
   * Does the work once per key, in the transaction of the work itself: a parallel duplicate waits for it on the primary
   * key, and after a crash neither the work nor the key is there. Give it the manager of that transaction.
   * @throws Problem `idempotency_key_reused` when the same key came with another body.
   */
  async once<Answer extends object>(
    manager: EntityManager,
    call: IdempotentCall | null,
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    if (!call) return work();
    const { personId, route, key } = call;
    await manager.delete(IdempotencyKey, { personId, route, key, createdAt: LessThan(this.oldest()) });
    const isFirst = await this.claim(manager, call);
    if (!isFirst) return this.storedAnswer<Answer>(manager, call);
    const answer = await work();
    await manager.update(IdempotencyKey, { personId, route, key }, { answer });
    return answer;
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - keptMs);
  }

  private async claim(manager: EntityManager, call: IdempotentCall): Promise<boolean> {
    const rows: unknown = await manager.query(
      `INSERT INTO idempotency_key (person_id, route, key, body_hash, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING key`,
      [call.personId, call.route, call.key, call.bodyHash, this.clock.now()],
    );
    return Array.isArray(rows) && rows.length > 0;
  }

  private async storedAnswer<Answer extends object>(manager: EntityManager, call: IdempotentCall): Promise<Answer> {
    const { personId, route, key, bodyHash } = call;
    const stored = await manager.findOneByOrFail(IdempotencyKey, { personId, route, key });
    if (stored.bodyHash !== bodyHash) {
      throw new Problem('idempotency_key_reused', 'This Idempotency-Key was used with another body.');
    }
    return stored.answer as Answer;
  }
}
