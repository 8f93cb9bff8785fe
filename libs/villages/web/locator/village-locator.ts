import { Component, computed, input } from '@angular/core';
import type { MapView } from '@kernagenda/villages/domain';

/** Where one village lies among the others; decoration beside its name. */
@Component({
  selector: 'ka-village-locator',
  template: `
    <svg class="ka-map ka-map--locator" aria-hidden="true" focusable="false" [attr.viewBox]="viewBox()">
      @for (shape of map().shapes; track shape.slug) {
        <path [attr.class]="shape.slug === here() ? 'ka-map__here' : 'ka-map__rest'" [attr.d]="shape.path" />
      }
      @for (water of map().waters; track water.name) {
        <path [attr.class]="'ka-map__' + water.kind" [attr.d]="water.path" />
      }
    </svg>
  `,
})
export class VillageLocator {
  readonly map = input.required<MapView>();
  /** Slug of the village to show. */
  readonly here = input.required<string>();
  protected readonly viewBox = computed(() => `0 0 ${this.map().width} ${this.map().height}`);
}
