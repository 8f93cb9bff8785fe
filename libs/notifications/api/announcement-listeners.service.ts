import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { villageAnnounced } from '@kernagenda/news/api';
import type { AnnouncementKind } from '@kernagenda/notifications/domain';
import { Jobs } from '@kernagenda/shared/api';
import { Ledger } from './ledger.service';

/** $1: what was announced. */
const kindQuery = 'select kind from village_announcement where id = $1';

/** Hears of status letters, news and events, and tells who follows the village or takes part in the collaboration. */
@Injectable()
export class AnnouncementListeners implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(villageAnnounced, 'notifications-announcement', ({ announcementId, actorId }) =>
      this.announced(announcementId, actorId),
    );
  }

  private async announced(announcementId: string, actorId: string): Promise<void> {
    const [told] = await this.dataSource.query<{ readonly kind: AnnouncementKind }[]>(kindQuery, [announcementId]);
    if (!told) return;
    const event = `announcement ${announcementId}`;
    const audience = { audience: 'announced', ids: [announcementId] } as const;
    await this.ledger.note({ event, kind: told.kind, announcementId, except: [actorId], ...audience });
  }
}
