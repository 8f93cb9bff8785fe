import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Jobs, Realtime } from '@kernagenda/shared/api';
import { signInLimits } from '@kernagenda/identity/domain';
import { Session } from './identity.entities';
import { hashOfToken } from './session-tokens';

const dayMs = 86_400_000;

@Injectable()
export class Sessions implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly realtime: Realtime,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('identity-forget-sessions', async () => {
      await this.dataSource.manager.delete(Session, { expiresAt: LessThan(this.clock.now()) });
    });
  }

  /** Starts a session and answers its token, which is stored nowhere. */
  async start(manager: EntityManager, personId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const expiresAt = new Date(this.clock.now().getTime() + signInLimits.sessionDays * dayMs);
    await manager.insert(Session, { tokenHash: hashOfToken(token), personId, expiresAt });
    return token;
  }

  async end(token: string): Promise<void> {
    const session = await this.dataSource.manager.findOneBy(Session, { tokenHash: hashOfToken(token) });
    if (!session) return;
    await this.dataSource.manager.delete(Session, { tokenHash: session.tokenHash });
    this.realtime.disconnect(session.personId);
  }

  async endAll(personId: string): Promise<void> {
    await this.dataSource.manager.delete(Session, { personId });
    this.realtime.disconnect(personId);
  }
}
