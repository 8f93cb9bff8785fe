import { Injectable } from '@nestjs/common';
import { askLimits } from '@kernagenda/matching/domain';
import { Clock, Settings, isId, makeLinkToken, readLinkToken } from '@kernagenda/shared/api';
import type { LinkKind } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';

/** What a link in a mail answers, and as whom. */
export interface AskLink {
  readonly askId: string;
  readonly personId: string;
}

/**
 * Links that answer for a village without signing in: signed, good for one person, one question and some days, and for
 * nothing else. What it was used for, and whether this person still answers for the village, the answer itself looks up.
 */
@Injectable()
export class AskTokens {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  make({ askId, personId }: AskLink): string {
    return makeLinkToken(this.kind(), [askId, personId], this.clock.now(), askLimits.linkDays);
  }

  /** @throws Problem `invalid_code`, the same for one that was forged, changed or is too old. */
  read(token: string): AskLink {
    const [askId, personId] = readLinkToken(this.kind(), token, this.clock.now());
    if (!askId || !personId || !isId(askId) || !isId(personId)) throw new Problem('invalid_code');
    return { askId, personId };
  }

  private kind(): LinkKind {
    return { purpose: 'answer-ask', secretKey: this.settings.secretKey };
  }
}
