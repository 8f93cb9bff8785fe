import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings, sessionCookie } from '@kernagenda/shared/api';
import { signInLimits } from '@kernagenda/identity/domain';
import { Sessions } from './sessions.service';

/** Puts the token of a session into the browser, where no script can read it. */
@Injectable()
export class SessionCookie {
  constructor(
    private readonly settings: Settings,
    private readonly sessions: Sessions,
  ) {}

  /** Always a token of ours, never one the request came with: a planted cookie gains nothing. */
  async replace(request: FastifyRequest, reply: FastifyReply, token: string): Promise<void> {
    await this.endOld(request);
    void reply.setCookie(sessionCookie, token, {
      ...this.attributes(),
      maxAge: signInLimits.sessionDays * 86_400,
    });
  }

  async remove(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.endOld(request);
    void reply.clearCookie(sessionCookie, this.attributes());
  }

  private async endOld(request: FastifyRequest): Promise<void> {
    const old = request.cookies[sessionCookie];
    if (old) await this.sessions.end(old);
  }

  private attributes(): { path: string; httpOnly: true; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.settings.publicUrl.startsWith('https:') };
  }
}
