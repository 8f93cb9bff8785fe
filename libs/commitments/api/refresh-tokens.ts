import { Injectable } from '@nestjs/common';
import { refreshTerms } from '@kernagenda/commitments/domain';
import { Clock, Settings, isId, makeLinkToken, readLinkToken } from '@kernagenda/shared/api';
import type { LinkKind } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';

/** What a link in a mail confirms, and as whom. */
export interface RefreshLink {
  readonly askId: string;
  readonly personId: string;
}

/**
 * Links that say without signing in that a status still is right: signed, good for one person, one question and some
 * days, and for nothing else. Whether this person still has the point, the answer itself looks up.
 */
@Injectable()
export class RefreshTokens {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  make({ askId, personId }: RefreshLink): string {
    return makeLinkToken(this.kind(), [askId, personId], this.clock.now(), refreshTerms.linkDays);
  }

  /** @throws Problem `invalid_code`, the same for one that was forged, changed or is too old. */
  read(token: string): RefreshLink {
    const [askId, personId] = readLinkToken(this.kind(), token, this.clock.now());
    if (!askId || !personId || !isId(askId) || !isId(personId)) throw new Problem('invalid_code');
    return { askId, personId };
  }

  private kind(): LinkKind {
    return { purpose: 'confirm-status', secretKey: this.settings.secretKey };
  }
}
