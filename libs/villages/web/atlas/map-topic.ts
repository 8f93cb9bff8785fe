import { Component, input } from '@angular/core';
import type { TopicDrawing } from './map-drawing';

/** One topic in blossom: the tree of arcs with a halo of paper, and a blossom on every village that takes part. */
@Component({
  selector: 'g[kaMapTopic]',
  template: `
    <svg:path class="ka-map__halo" [attr.d]="kaMapTopic().arcs" />
    <svg:path class="ka-map__arcs" pathLength="1" [attr.d]="kaMapTopic().arcs" />
    @for (shape of kaMapTopic().members; track shape.slug) {
      <svg:use [attr.href]="'#' + blossom()" [attr.x]="shape.dot[0]" [attr.y]="shape.dot[1]" />
    }
  `,
  host: { class: 'ka-map__topic' },
})
export class MapTopicDrawing {
  readonly kaMapTopic = input.required<TopicDrawing>();
  /** Id of the blossom to plant. */
  readonly blossom = input.required<string>();
}
