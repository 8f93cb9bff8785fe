import { Injectable } from '@nestjs/common';
import { Realtime } from '@kernagenda/shared/api';

/** Whose letters, news or events changed: the id of a village, or that of a collaboration. */
export interface NewsOf {
  readonly villageId: string | null;
  readonly collaborationId?: string | null;
}

@Injectable()
export class NewsLive {
  constructor(private readonly realtime: Realtime) {}

  /** Tells who looks at a village or collaboration that what it tells looks different; call it after the commit. */
  announce({ villageId, collaborationId }: NewsOf): void {
    if (villageId) this.realtime.publish(`village:${villageId}`, { kind: 'news' });
    if (collaborationId) this.realtime.publish(`collaboration:${collaborationId}`, { kind: 'news' });
  }
}
