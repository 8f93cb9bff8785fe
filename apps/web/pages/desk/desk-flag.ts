import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { Because } from '@kernagenda/matching/web/because';
import { pointCount } from '@kernagenda/matching/web/board';
import { AgendaBadge } from '@kernagenda/proposals/web';
import { Bloem } from '@kernagenda/shared/ui';
import { nl } from './nl';

/** One set of points that resemble each other, with why. */
@Component({
  selector: 'ka-desk-flag',
  imports: [AgendaBadge, Because, Bloem, RouterLink],
  template: `
    <details>
      <summary>
        <b>{{ flag().label }}</b>
        <span class="ka-stand">
          <span class="ka-tag"><svg kaBloem></svg>{{ villages() }}</span>
        </span>
      </summary>
      <p class="ka-small" [kaBecause]="flag().reasons" [points]="count()"></p>
      <ul class="ka-like">
        @for (point of flag().points; track point.village.slug + point.proposalId) {
          <li>
            <p>
              {{ point.village.name }}: <a [routerLink]="['/voorstellen', point.proposalId]">{{ point.title }}</a>
            </p>
            <ka-agenda-badge [state]="point.agendaState" />
          </li>
        }
      </ul>
      <p>
        <a class="ka-more-link" routerLink="/signalen" [queryParams]="{ signaal: flag().id }"
          >{{ nl.flags.judge }}<span class="ka-sr">: {{ flag().label }}</span></a
        >
      </p>
    </details>
  `,
})
export class DeskFlag {
  readonly flag = input.required<MatchFlagView>();
  protected readonly nl = nl;
  protected readonly count = computed(() => pointCount(this.flag()));
  protected readonly villages = computed(() => {
    const names = [...new Set(this.flag().points.map(({ village }) => village.name))];
    return names.length > 3 ? nl.flags.count(this.count(), names.length) : names.join(', ');
  });
}
