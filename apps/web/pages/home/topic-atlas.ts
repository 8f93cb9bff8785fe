import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { topicsResource } from '@kernagenda/matching/web';
import { AgendaBadge } from '@kernagenda/proposals/web';
import { Bloem } from '@kernagenda/shared/ui';
import { followRooms } from '@kernagenda/shared/web';
import type { MapView } from '@kernagenda/villages/domain';
import { type LandTone, VillageMap } from '@kernagenda/villages/web/atlas';
import { nl } from './nl';

const shownTopics = 8;

/** Which villages want the same: one topic at a time, as a list and on the map, that light up together. */
@Component({
  selector: 'ka-topic-atlas',
  imports: [AgendaBadge, Bloem, RouterLink, VillageMap],
  template: `
    <div class="ka-atlas-head">
      <h2>{{ nl.topics.title }}</h2>
      <p class="ka-soft">{{ topics().length ? nl.topics.lead : nl.topics.none }}</p>
    </div>
    @if (topics().length) {
      <div class="ka-chips ka-atlas-chips" role="group" [attr.aria-label]="nl.topics.group">
        @for (topic of topics(); track topic.id) {
          <button
            type="button"
            class="ka-chip ka-chip--topic"
            [attr.aria-pressed]="topic.id === current()?.id"
            (click)="chosen.set(topic.id)"
          >
            <svg kaBloem></svg>{{ topic.label }} <span class="ka-num">{{ topic.villages.length }}</span>
          </button>
        }
      </div>
    }
    <div class="ka-atlas">
      <div class="ka-atlas__list" aria-live="polite">
        @if (current(); as topic) {
          <h3><svg kaBloem></svg>{{ topic.label }}</h3>
          <p class="ka-atlas__why">{{ nl.topics.why(topic.villages.length) }}</p>
          <ul class="ka-roll">
            @for (point of topic.points; track point.village.slug + point.proposalId) {
              <li>
                <a
                  [routerLink]="['/voorstellen', point.proposalId]"
                  [attr.class]="lit() === point.village.slug ? 'is-on' : null"
                  (mouseenter)="lit.set(point.village.slug)"
                  (mouseleave)="lit.set(null)"
                  (focus)="lit.set(point.village.slug)"
                  (blur)="lit.set(null)"
                >
                  <span
                    ><b>{{ point.village.name }}</b></span
                  >
                  <ka-agenda-badge [state]="point.agendaState" />
                </a>
              </li>
            }
          </ul>
        }
      </div>
      <div class="ka-atlas__map">
        @if (map(); as view) {
          <ka-village-map
            [map]="view"
            [tones]="tones()"
            [descriptions]="descriptions()"
            [topic]="drawn()"
            [lit]="lit()"
            (pointed)="lit.set($event)"
          />
        }
      </div>
    </div>
  `,
  host: { role: 'region', '[attr.aria-label]': 'nl.topics.title' },
})
export class TopicAtlas {
  readonly map = input.required<MapView | null>();
  readonly tones = input.required<ReadonlyMap<string, LandTone>>();
  readonly descriptions = input.required<ReadonlyMap<string, string>>();

  private readonly answer = topicsResource();
  protected readonly nl = nl;
  protected readonly lit = signal<string | null>(null);
  protected readonly chosen = signal<string | null>(null);

  protected readonly topics = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : [])
      .map((topic) => ({ ...topic, villages: [...new Set(topic.points.map(({ village }) => village.slug))] }))
      .sort((a, b) => b.villages.length - a.villages.length)
      .slice(0, shownTopics),
  );
  protected readonly current = computed(
    () => this.topics().find(({ id }) => id === this.chosen()) ?? this.topics()[0] ?? null,
  );
  protected readonly drawn = computed(() => {
    const topic = this.current();
    return topic ? { label: topic.label, slugs: topic.villages } : null;
  });

  constructor() {
    followRooms(
      () => ['public'],
      (change) => {
        if (change?.kind === 'matches') this.answer.reload();
      },
    );
  }
}
