import { Component, computed, inject, input, output } from '@angular/core';
import { Router } from '@angular/router';
import { bloemPath } from '@kernagenda/shared/ui';
import type { MapView } from '@kernagenda/villages/domain';
import { type LandTone, type MapTopic, dotsPath, drawTopic, narrowViewBox } from './map-drawing';
import { MapTopicDrawing } from './map-topic';
import { nl } from './nl';

/**
 * The villages by their real boundaries, tinted by what is most going on, with one topic at a time in blossom. A list
 * with the same content stands beside it; `lit` lets both light up together.
 */
@Component({
  selector: 'ka-village-map',
  imports: [MapTopicDrawing],
  templateUrl: './village-map.html',
})
export class VillageMap {
  private readonly router = inject(Router);
  readonly map = input.required<MapView>();
  readonly tones = input<ReadonlyMap<string, LandTone>>(new Map());
  /** What a screen reader says of each village, by slug. */
  readonly descriptions = input<ReadonlyMap<string, string>>(new Map());
  readonly topic = input<MapTopic | null>(null);
  /** Slug of the village that is pointed at, here or in the list. */
  readonly lit = input<string | null>(null);
  readonly pointed = output<string | null>();

  protected readonly nl = nl.map;
  protected readonly bloemPath = bloemPath;
  protected readonly viewBox = computed(() => `0 0 ${this.map().width} ${this.map().height}`);
  protected readonly narrowViewBox = computed(() => narrowViewBox(this.map()));
  protected readonly members = computed(() => new Set(this.topic()?.slugs ?? []));
  protected readonly dots = computed(() => dotsPath(this.map().shapes.filter(({ slug }) => !this.members().has(slug))));
  // A new object per topic: its arcs grow again because they are drawn anew.
  protected readonly drawings = computed(() => {
    const topic = this.topic();
    return topic ? [drawTopic(this.map(), topic)] : [];
  });

  protected landClass(slug: string): string {
    return `ka-map__village ka-map__village--${this.tones().get(slug) ?? 'talk'}`;
  }

  protected open(event: MouseEvent, slug: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void this.router.navigate(['/kernen', slug]);
  }
}
