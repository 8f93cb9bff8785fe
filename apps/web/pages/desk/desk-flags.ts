import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { DeskFlag } from './desk-flag';
import { nl } from './nl';

const shownFirst = 5;

/** Villages of this desk that want the same as others: points that are public already. */
@Component({
  selector: 'ka-desk-flags',
  imports: [DeskFlag, RouterLink],
  template: `
    <h2 id="signalen">
      {{ nl.title }} <span class="ka-q-head__count ka-num">{{ flags().length }}</span>
    </h2>
    @if (hasFailed()) {
      <p class="ka-soft">{{ nl.failed }}</p>
    } @else if (isLoaded() && !flags().length) {
      <p class="ka-soft">{{ nl.none }}</p>
    } @else {
      <p class="ka-soft ka-small">{{ nl.lead }}</p>
      <ul class="ka-flags">
        @for (flag of shown(); track flag.id) {
          <li><ka-desk-flag [flag]="flag" /></li>
        }
      </ul>
      <p>
        <a class="ka-more-link" routerLink="/signalen">{{ nl.all }}</a>
      </p>
    }
  `,
  host: { class: 'ka-desk-flags', role: 'region', 'aria-labelledby': 'signalen' },
})
export class DeskFlags {
  readonly flags = input.required<readonly MatchFlagView[]>();
  readonly isLoaded = input.required<boolean>();
  readonly hasFailed = input.required<boolean>();
  protected readonly nl = nl.flags;
  protected readonly shown = computed(() => this.flags().slice(0, shownFirst));
}
