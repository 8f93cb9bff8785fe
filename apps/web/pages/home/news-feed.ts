import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { proposalWords, proposalsResource, standingOf } from '@kernagenda/proposals/web';
import { Failure, SignDrawing, Skeleton, Stand } from '@kernagenda/shared/ui';
import { Clock, followRooms } from '@kernagenda/shared/web';
import { nl } from './nl';

/** The latest changes across the villages: what, who and how old. */
@Component({
  selector: 'ka-news-feed',
  imports: [Failure, RouterLink, SignDrawing, Skeleton, Stand],
  template: `
    <div class="ka-head">
      <h2>{{ nl.feed.title }}</h2>
    </div>
    @if (news.hasValue()) {
      <ul class="ka-feed">
        @for (item of items(); track item.point.id) {
          <li>
            <span [attr.class]="'ka-feed__mark ka-feed__mark--' + item.point.agendaState">
              <svg [kaSign]="item.point.agendaState"></svg>
            </span>
            <div>
              <h3>
                <a [routerLink]="['/voorstellen', item.point.id]"
                  >{{ item.point.village.name }}: {{ item.point.title }}</a
                >
              </h3>
              <p>{{ item.point.body }}</p>
              <div class="ka-stand">
                <span class="ka-feed__state">{{ item.state }}</span>
                <ka-stand [who]="item.standing.who" [age]="item.standing.age" [waits]="item.standing.waits" />
              </div>
            </div>
          </li>
        } @empty {
          <li>
            <p>{{ nl.feed.empty }}</p>
          </li>
        }
      </ul>
    } @else if (news.error()) {
      <ka-failure (retried)="news.reload()" />
    } @else {
      <ka-skeleton />
    }
  `,
})
export class NewsFeed {
  private readonly clock = inject(Clock);
  protected readonly nl = nl;
  protected readonly news = proposalsResource('news', () => ({ limit: 6 }));
  protected readonly items = computed(() => {
    const now = this.clock.now();
    return (this.news.hasValue() ? this.news.value().items : []).map((point) => ({
      point,
      state: proposalWords.agendaStates[point.agendaState],
      standing: standingOf(point, now),
    }));
  });

  constructor() {
    followRooms(
      () => ['public'],
      (change) => {
        if (change?.kind === 'proposal') this.news.reload();
      },
    );
  }
}
