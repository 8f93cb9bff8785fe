import { Component, computed, inject, input } from '@angular/core';
import { NotificationsClient, followResource } from '@kernagenda/notifications/web';
import { Icon } from '@kernagenda/shared/ui';
import { Notices, followRooms } from '@kernagenda/shared/web';
import { nl } from './nl';

const looks = { point: 'ka-button--second ka-button--full', village: 'ka-button--second ka-button--small' } as const;

/** Says whether and why somebody follows a point or a village, with the way to start or stop. Loaded apart. */
@Component({
  selector: 'ka-follow-toggle',
  imports: [Icon],
  template: `
    @if (follow(); as given) {
      <p class="ka-follow ka-noprint">
        @if (given.isFollowing) {
          <span class="ka-small ka-soft">{{ nl.follows(given.reason) }}</span>
        }
        <button type="button" [attr.class]="look(given.isFollowing)" (click)="set(path(), !given.isFollowing)">
          <svg kaIcon="bell"></svg>{{ given.isFollowing ? nl.stop : nl.start[what()] }}
        </button>
      </p>
    }
  `,
})
export class FollowToggle {
  private readonly client = inject(NotificationsClient);
  private readonly notices = inject(Notices);
  readonly what = input.required<'point' | 'village'>();
  /** Id of the point, or slug of the village. */
  readonly id = input.required<string>();

  protected readonly nl = nl;
  protected readonly path = computed(() => `${this.what() === 'point' ? 'proposals' : 'villages'}/${this.id()}`);
  private readonly answer = followResource(this.path);
  protected readonly follow = computed(() => (this.answer.hasValue() ? this.answer.value() : null));

  constructor() {
    followRooms(
      () => (this.what() === 'point' ? [`proposal:${this.id()}` as const] : []),
      (change) => {
        // By support and by words somebody follows a point without choosing to.
        if (!change || change.kind === 'support' || change.kind === 'comments') this.answer.reload();
      },
    );
  }

  protected look(isFollowing: boolean): string {
    return `ka-button ${isFollowing ? 'ka-button--quiet ka-button--small' : looks[this.what()]}`;
  }

  protected async set(path: string, isFollowing: boolean): Promise<void> {
    try {
      await this.client.follow(path, isFollowing);
      const message = isFollowing ? nl.started : nl.stopped;
      this.notices.show({ message, undo: () => void this.set(path, !isFollowing) });
    } catch {
      this.notices.show({ message: nl.failed });
    }
    this.answer.reload();
  }
}
