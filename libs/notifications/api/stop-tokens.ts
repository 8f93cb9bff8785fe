import { Injectable } from '@nestjs/common';
import { Clock, Settings, isId, makeLinkToken, readLinkToken } from '@kernagenda/shared/api';
import type { LinkKind } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { notificationTerms, stoppables } from '@kernagenda/notifications/domain';
import type { Stoppable } from '@kernagenda/notifications/domain';

/** What a link in a mail stops, and for whom. */
export interface Stop {
  readonly what: Stoppable;
  /** The point or village, the row of a theme or circle; for `all` the person again. */
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
    return makeLinkToken(this.kind(), [what, id, personId], this.clock.now(), notificationTerms.stopLinkDays);
  }

  /** @throws Problem `invalid_code`, the same for one that was forged, changed or is too old. */
  read(token: string): Stop {
    const [word, id, personId] = readLinkToken(this.kind(), token, this.clock.now());
    const what = stoppables.find((one) => one === word);
    if (!what || !id || !personId || !isId(id) || !isId(personId)) throw new Problem('invalid_code');
    return { what, id, personId };
  }

  private kind(): LinkKind {
    return { purpose: 'stop-mail', secretKey: this.settings.secretKey };
  }
}
