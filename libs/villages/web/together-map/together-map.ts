import { Component, computed, input } from '@angular/core';
import { bloemPath } from '@kernagenda/shared/ui';
import type { MapShape, MapView } from '@kernagenda/villages/domain';
import { drawTopic } from '../atlas/map-drawing';

/** More names than this lie over each other; they stand beside the map as well. */
const shownNames = 8;
const nearby = { x: 190, y: 95 } as const;
const above = -30;
const below = 54;

/** Where the villages lie that do something together, with the tree of arcs between them; decoration beside their names. */
@Component({
  selector: 'ka-together-map',
  template: `
    <svg class="ka-map ka-map--locator" aria-hidden="true" focusable="false" [attr.viewBox]="viewBox()">
      <g class="ka-map__land">
        @for (shape of map().shapes; track shape.slug) {
          <path [attr.class]="members().has(shape.slug) ? 'ka-map__party' : 'ka-map__rest'" [attr.d]="shape.path" />
        }
      </g>
      @for (water of map().waters; track water.name) {
        <path [attr.class]="'ka-map__' + water.kind" [attr.d]="water.path" />
      }
      <path class="ka-map__halo" [attr.d]="drawing().arcs" />
      <path class="ka-map__arcs" pathLength="1" [attr.d]="drawing().arcs" />
      @for (shape of drawing().members; track shape.slug) {
        <g class="ka-map__blossom" [attr.transform]="'translate(' + shape.dot.join(' ') + ') scale(2.1)'">
          <path class="ka-map__petals-halo" [attr.d]="bloemPath" />
          <path [attr.d]="bloemPath" />
          <circle r="1.9" />
        </g>
      }
      <g class="ka-map__labels ka-map__labels--big">
        @for (label of labels(); track label.name) {
          <text [attr.x]="label.x" [attr.y]="label.y" [attr.text-anchor]="label.anchor">{{ label.name }}</text>
        }
      </g>
    </svg>
  `,
})
export class TogetherMap {
  readonly map = input.required<MapView>();
  /** Slugs of the villages that take part. */
  readonly slugs = input.required<readonly string[]>();
  protected readonly bloemPath = bloemPath;
  protected readonly members = computed(() => new Set(this.slugs()));
  protected readonly viewBox = computed(() => `0 0 ${this.map().width} ${this.map().height}`);
  protected readonly drawing = computed(() => drawTopic(this.map(), { label: '', slugs: this.slugs() }));
  protected readonly labels = computed(() => {
    const { members } = this.drawing();
    if (members.length > shownNames) return [];
    return members.map((shape) => labelOf(shape, members, this.map()));
  });
}

/** Above its blossom, or below where another lies close above it; never out of the drawing. */
function labelOf({ name, slug, dot: [x, y] }: MapShape, members: readonly MapShape[], { width, height }: MapView) {
  const isCrowded = members.some(
    (other) =>
      other.slug !== slug && y > other.dot[1] && y - other.dot[1] < nearby.y && Math.abs(other.dot[0] - x) < nearby.x,
  );
  const isBelow = (isCrowded || y < 60) && y + below < height + 20;
  const anchor = x < 120 ? 'start' : x > width - 120 ? 'end' : 'middle';
  return { name, x, y: y + (isBelow ? below : above), anchor };
}
