import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { type NotificationView, announcementPath } from '@kernagenda/notifications/domain';
import { NotificationsClient, notificationsResource } from '@kernagenda/notifications/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Notices, Page, dateName, followRooms, timeName } from '@kernagenda/shared/web';
import { nl } from './nl';

/** What somebody was told: what, of which point or thread, when, and why. */
@Component({
  selector: 'ka-notifications-page',
  imports: [Empty, Failure, Icon, RouterLink, Skeleton],
  templateUrl: './notifications-page.html',
})
export class NotificationsPage {
  private readonly client = inject(NotificationsClient);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly nl = nl;
  protected readonly answer = notificationsResource(() => !!this.session.person());
  private readonly first = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  /** What was asked for below the first page; gone when that is loaded again. */
  private readonly older = linkedSignal<unknown, readonly NotificationView[]>({
    source: this.first,
    computation: () => [],
  });
  protected readonly cursor = linkedSignal(() => this.first()?.nextCursor ?? null);
  protected readonly isBusy = signal(false);
  protected readonly lines = computed(() =>
    [...(this.first()?.items ?? []), ...this.older()].map((line) => ({
      ...line,
      what: nl.kinds[line.kind],
      ...placeOf(line),
      why: nl.why(line.reason),
      when: `${dateName(line.at)}, ${timeName(line.at)}`,
    })),
  );
  protected readonly hasUnread = computed(() => this.lines().some(({ isRead }) => !isRead));

  constructor() {
    inject(Page).named(nl.page);
    followRooms(
      () => {
        const person = this.session.person();
        return person ? [`person:${person.id}` as const] : [];
      },
      (change) => {
        if (!change || change.kind === 'notifications' || change.kind === 'thread') this.answer.reload();
      },
    );
  }

  protected async opened(line: NotificationView): Promise<void> {
    if (!line.isRead) await this.attempt(() => this.client.markRead(line.id));
  }

  protected async readAll(): Promise<void> {
    await this.attempt(async () => {
      await this.client.markAllRead();
      this.answer.reload();
      this.notices.show({ message: nl.allRead });
    });
  }

  protected async more(cursor: string): Promise<void> {
    this.isBusy.set(true);
    await this.attempt(async () => {
      const page = await this.client.more(cursor);
      this.older.update((shown) => [...shown, ...page.items]);
      this.cursor.set(page.nextCursor);
    });
    this.isBusy.set(false);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      this.notices.show({ message: nl.failed });
    }
  }
}

/** Where a line leads: who introduced villages to the flag, who answers for one to what it was asked. */
function placeOf(line: NotificationView): {
  readonly link: readonly (string | null)[];
  readonly query: Readonly<Record<string, string>> | null;
} {
  const { kind, threadId, flagId, collaborationId, announcementId, askId, proposalId, village, reason } = line;
  if (threadId !== null) return { link: ['/berichten'], query: { gesprek: threadId } };
  if (kind === 'agenda_reminder') return { link: ['/kernen', village?.slug ?? '', 'agenda'], query: null };
  if (announcementId !== null) {
    return { link: [announcementPath({ ...line, slug: village?.slug ?? null, announcementId })], query: null };
  }
  if (collaborationId !== null) return { link: ['/samenwerkingen', collaborationId], query: null };
  if (flagId === null) return { link: ['/voorstellen', proposalId], query: null };
  return askId !== null && reason === 'side'
    ? { link: ['/signalen/vraag', askId], query: null }
    : { link: ['/signalen'], query: { signaal: flagId } };
}
