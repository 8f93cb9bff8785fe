import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Settings, isId } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { notificationTerms, stoppables } from '@kernagenda/notifications/domain';
import type { Stoppable } from '@kernagenda/notifications/domain';

const dayMs = 86_400_000;

/** What a link in a mail stops, and for whom. */
export interface Stop {
  readonly what: Stoppable;
  /** The point or village; for `all` the person again. */
  readonly id: string;
  readonly personId: string;
}

/** Links that stop mail without signing in: signed, good for one person and one thing, and for nothing but stopping it. */
@Injectable()
export class StopTokens {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  make({ what, id, personId }: Stop): string {
    const lastDay = Math.floor(this.clock.now().getTime() / dayMs) + notificationTerms.stopLinkDays;
    const said = [what, id, personId, lastDay].join('.');
    return `${said}.${this.sign(said).toString('base64url')}`;
  }

  /** @throws Problem `invalid_code`, the same for one that was forged, changed or is too old. */
  read(token: string): Stop {
    const end = token.lastIndexOf('.');
    const said = token.slice(0, Math.max(0, end));
    const given = Buffer.from(token.slice(end + 1), 'base64url');
    const right = this.sign(said);
    const [word, id, personId, lastDay] = said.split('.');
    const what = stoppables.find((one) => one === word);
    const isGenuine = given.length === right.length && timingSafeEqual(given, right);
    if (!isGenuine || !what || !id || !personId || !isId(id) || !isId(personId)) throw new Problem('invalid_code');
    if (Number(lastDay) * dayMs < this.clock.now().getTime() - dayMs) throw new Problem('invalid_code');
    return { what, id, personId };
  }

  /** The first line names the purpose, so that nothing else signed with this key can be read as a stop. */
  private sign(said: string): Buffer {
    return createHmac('sha256', this.settings.secretKey).update(`stop-mail\n${said}`).digest();
  }
}
