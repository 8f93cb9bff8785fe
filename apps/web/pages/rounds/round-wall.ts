import { Component, ViewEncapsulation, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type RoundCounts,
  type RoundState,
  type RoundWish,
  type WallPart,
  wallParts,
} from '@kernagenda/intake/domain/rounds';
import { RoundsClient, roundWishesResource } from '@kernagenda/intake/web/rounds';
import { AgendaBadge, standingOf } from '@kernagenda/proposals/web';
import type { Page as Rows } from '@kernagenda/shared/domain';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Clock, followRooms } from '@kernagenda/shared/web';
import type { VillageRef } from '@kernagenda/villages/domain';
import { nl } from './nl';

/** Each wish of a round beside what became of it: said on the left, done on the right. */
@Component({
  selector: 'ka-round-wall',
  imports: [AgendaBadge, Failure, Icon, RouterLink, Skeleton],
  templateUrl: './round-wall.html',
  styleUrl: './round-wall.css',
  encapsulation: ViewEncapsulation.None,
})
export class RoundWall {
  private readonly client = inject(RoundsClient);
  private readonly clock = inject(Clock);
  readonly id = input.required<string>();
  readonly state = input.required<RoundState>();
  readonly counts = input.required<RoundCounts>();
  readonly villages = input.required<readonly VillageRef[]>();
  /** From the address; all parts when it names none. */
  readonly part = input<WallPart>();

  protected readonly nl = nl.round.wall;
  protected readonly answer = roundWishesResource(this.id, this.part);
  private readonly loaded = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly page = linkedSignal<Rows<RoundWish> | null, Rows<RoundWish> | null>({
    source: this.loaded,
    computation: (page, previous) => page ?? previous?.value ?? null,
  });
  protected readonly isBusy = signal(false);
  protected readonly isClosed = computed(() => this.state() === 'closed');
  protected readonly tabs = computed(() =>
    wallParts.map((part) => ({ part, count: this.counts().parts[part] })).filter(({ count }) => count > 0),
  );
  protected readonly total = computed(() => this.tabs().reduce((sum, { count }) => sum + count, 0));
  protected readonly groups = computed(() =>
    wallParts
      .map((part) => ({
        part,
        isActed: part === 'done' || part === 'under_way' || part === 'on_agenda',
        wishes: (this.page()?.items ?? []).filter((wish) => wish.part === part).map(this.row),
      }))
      .filter(({ wishes }) => wishes.length > 0),
  );

  constructor() {
    followRooms(
      () => ['public'],
      (change) => {
        const isHere = change && 'villageId' in change && this.villages().some(({ id }) => id === change.villageId);
        if (isHere) this.answer.reload();
      },
    );
  }

  protected async loadMore(cursor: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    const next = await this.client.wishesAfter(cursor, this.id(), this.part()).catch(() => null);
    if (next) this.page.update((page) => page && { ...next, items: [...page.items, ...next.items] });
    this.isBusy.set(false);
  }

  private readonly row = (wish: RoundWish) => {
    const aged = { ...wish, reportedYear: null, sourceUrl: null, createdAt: wish.sentInAt };
    const { who, age } = standingOf(aged, this.clock.now());
    return { ...wish, who, age, from: this.nl.from(wish.village.name, wish.way, wish.sentInAt) };
  };
}
