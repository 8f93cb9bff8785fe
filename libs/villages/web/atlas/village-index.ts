import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VillageRef } from '@kernagenda/villages/domain';
import { nl } from './nl';

/** All villages as a register, with the number of points where it is known. */
@Component({
  selector: 'ka-village-index',
  imports: [RouterLink],
  template: `
    <ul class="ka-index">
      @for (village of villages(); track village.slug) {
        <li>
          <a [routerLink]="['/kernen', village.slug]">
            <b>{{ village.name }}</b>&ngsp;
            @if (points().get(village.id); as count) {
              <span class="ka-num"
                >{{ count }} <i>{{ nl.points }}</i></span
              >
            }
          </a>
        </li>
      }
    </ul>
  `,
})
export class VillageIndex {
  readonly villages = input.required<readonly VillageRef[]>();
  /** Number of points by village id. */
  readonly points = input<ReadonlyMap<string, number>>(new Map());
  protected readonly nl = nl.index;
}
