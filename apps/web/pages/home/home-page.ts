import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { AgendaBadge, proposalCountsResource, proposalsResource, standingOf } from '@kernagenda/proposals/web';
import { Failure, Skeleton, SumBar } from '@kernagenda/shared/ui';
import { Clock, Page, followRooms } from '@kernagenda/shared/web';
import { mapResource, villagesResource } from '@kernagenda/villages/web';
import { VillageIndex, VillageSearch } from '@kernagenda/villages/web/atlas';
import { sumParts, talliesOf, tallyOf, toneOf } from '../counts';
import { NewsFeed } from './news-feed';
import { nl } from './nl';
import { TopicAtlas } from './topic-atlas';

const tallied: readonly AgendaState[] = ['done', 'in_progress', 'planned', 'on_agenda', 'exploring', 'wish'];

/** What happens across the villages, and the way to one's own. */
@Component({
  selector: 'ka-home-page',
  imports: [AgendaBadge, Failure, NewsFeed, RouterLink, Skeleton, SumBar, TopicAtlas, VillageIndex, VillageSearch],
  templateUrl: './home-page.html',
})
export class HomePage {
  protected readonly nl = nl;
  protected readonly villagesAnswer = villagesResource();
  private readonly countsAnswer = proposalCountsResource();
  private readonly mapAnswer = mapResource();
  private readonly quietAnswer = proposalsResource('quiet', () => ({ order: 'quiet', limit: 3 }));
  private readonly clock = inject(Clock);

  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly map = computed(() => (this.mapAnswer.hasValue() ? this.mapAnswer.value() : null));
  private readonly counts = computed(() => (this.countsAnswer.hasValue() ? this.countsAnswer.value() : undefined));
  private readonly tallies = computed(() => talliesOf(this.counts()));
  protected readonly total = computed(() => tallyOf(this.counts()?.total ?? {}));
  protected readonly sum = computed(() => sumParts(this.total()));
  protected readonly perState = computed(() =>
    tallied.flatMap((state) => {
      const count = this.counts()?.total[state] ?? 0;
      return count ? [{ state, count }] : [];
    }),
  );
  protected readonly points = computed(
    () => new Map([...this.tallies()].map(([villageId, { points }]) => [villageId, points])),
  );
  protected readonly tones = computed(() => this.bySlug((villageId) => toneOf(this.tallyFor(villageId))));
  protected readonly descriptions = computed(() =>
    this.bySlug((villageId, name) => nl.village(name, this.tallyFor(villageId).points, this.tallyFor(villageId).done)),
  );

  /** What waits longest for news, said openly. */
  protected readonly quiet = computed(() =>
    (this.quietAnswer.hasValue() ? this.quietAnswer.value().items : []).map((point) => ({
      point,
      age: standingOf(point, this.clock.now()).bareAge,
    })),
  );

  constructor() {
    inject(Page).named(nl.page);
    followRooms(
      () => ['public'],
      (change) => {
        if (change?.kind !== 'proposal') return;
        this.countsAnswer.reload();
        this.quietAnswer.reload();
      },
    );
  }

  private tallyFor(villageId: string) {
    return this.tallies().get(villageId) ?? tallyOf({});
  }

  private bySlug<Value>(value: (villageId: string, name: string) => Value): ReadonlyMap<string, Value> {
    return new Map(this.villages().map(({ id, slug, name }) => [slug, value(id, name)]));
  }
}
