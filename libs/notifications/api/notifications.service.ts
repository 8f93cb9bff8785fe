import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { notificationTerms } from '@kernagenda/notifications/domain';
import type { NotificationView, UnreadView } from '@kernagenda/notifications/domain';
import { Clock, Realtime, namedQuery, toPage } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { agendaTitle } from './agenda-mail';
import { listQuery, readQuery, unreadQuery } from './ledger.queries';

interface NotificationRow extends Omit<NotificationView, 'at' | 'title'> {
  /** Null of an agenda, which is called by its villages. */
  readonly title: string | null;
  readonly villages: readonly string[] | null;
  readonly createdAt: Date;
}

/** What somebody was told, as it may be shown now: what was hidden since is in neither the list nor the count. */
@Injectable()
export class NotificationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly realtime: Realtime,
  ) {}

  async list(
    { personId }: Actor,
    limit: number,
    after: readonly [at: string, id: string] | null,
  ): Promise<Page<NotificationView>> {
    const values = [personId, this.clock.now(), after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<NotificationRow>(this.dataSource, 'notifications', listQuery, values);
    return toPage(
      rows,
      limit,
      ({ createdAt, villages, title, ...row }) => ({
        ...row,
        title: title ?? agendaTitle(villages ?? []),
        at: createdAt.toISOString(),
      }),
      ({ createdAt, id }) => [createdAt.toISOString(), id],
    );
  }

  async countUnread({ personId }: Actor): Promise<UnreadView> {
    const values = [personId, this.clock.now(), notificationTerms.unreadShown + 1];
    const [row] = await namedQuery<{ readonly unread: number }>(this.dataSource, 'unread', unreadQuery, values);
    return { unread: row?.unread ?? 0 };
  }

  /** Marks one as read, or all; what is read or not one's own stays as it is. */
  async markRead({ personId }: Actor, id: string | null): Promise<void> {
    await namedQuery(this.dataSource, 'mark read', readQuery, [personId, this.clock.now(), id]);
    this.realtime.publish(`person:${personId}`, { kind: 'notifications' });
  }
}
