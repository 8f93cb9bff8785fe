import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  CircleInput,
  FollowView,
  FollowedView,
  MailChoice,
  MailChoiceView,
  NotificationView,
  StopView,
  UnreadView,
} from '@kernagenda/notifications/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

export const unreadResource = (): ResourceRef<UnreadView | undefined> =>
  apiResource('unread', () => '/me/notifications/unread');

export const notificationsResource = (isWanted: () => boolean): ResourceRef<Page<NotificationView> | undefined> =>
  apiResource('notifications', () => (isWanted() ? '/me/notifications?limit=100' : undefined));

export const followsResource = (isWanted: () => boolean): ResourceRef<Page<FollowedView> | undefined> =>
  apiResource('follows', () => (isWanted() ? '/me/follows?limit=100' : undefined));

export const mailChoiceResource = (isWanted: () => boolean): ResourceRef<MailChoiceView | undefined> =>
  apiResource('mail-choice', () => (isWanted() ? '/me/mail-choice' : undefined));

/** Whether this person follows what stands at a path: `proposals/<id>` or `villages/<slug>`. */
export const followResource = (path: () => string): ResourceRef<FollowView | undefined> =>
  apiResource('follow', () => `/${path()}/follow`);

@Injectable({ providedIn: 'root' })
export class NotificationsClient {
  private readonly api = inject(Api);

  /** Mail goes out again to who it came back from. */
  async resumeMail(): Promise<void> {
    await this.api.delete('/me/mail-pause');
  }

  async followTheme(theme: Theme, isFollowing: boolean): Promise<void> {
    const path = `/me/follows/themes/${theme}`;
    await (isFollowing ? this.api.put(path) : this.api.delete(path));
  }

  async drawCircle(circle: CircleInput): Promise<void> {
    await this.api.put('/me/follows/circle', circle);
  }

  async removeCircle(): Promise<void> {
    await this.api.delete('/me/follows/circle');
  }

  /** @param path `proposals/<id>` or `villages/<slug>` */
  async follow(path: string, isFollowing: boolean): Promise<void> {
    await (isFollowing ? this.api.put(`/${path}/follow`) : this.api.delete(`/${path}/follow`));
  }

  async chooseMail(choice: MailChoice): Promise<void> {
    await this.api.put('/me/mail-choice', { choice });
  }

  async markRead(id: string): Promise<void> {
    await this.api.post(`/me/notifications/${id}/read`);
  }

  async markAllRead(): Promise<void> {
    await this.api.post('/me/notifications/read');
  }

  /** The lines after a page of them. */
  more(cursor: string): Promise<Page<NotificationView>> {
    return this.api.get(`/me/notifications?limit=100&cursor=${cursor}`);
  }

  stopMail(token: string): Promise<StopView> {
    return this.api.post('/mail-stops', { token });
  }

  undoStopMail(token: string): Promise<StopView> {
    return this.api.post('/mail-stops/undo', { token });
  }
}
