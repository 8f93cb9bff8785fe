import { Component, computed, input, signal } from '@angular/core';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { DeskFlag } from './desk-flag';
import { nl } from './nl';

const shownFirst = 5;

/** Villages of this desk that want the same as others: points that are public already. */
@Component({
  selector: 'ka-desk-flags',
  imports: [DeskFlag],
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
      @if (shown().length < flags().length) {
        <button type="button" class="ka-button ka-button--quiet ka-button--small" (click)="isWhole.set(true)">
          {{ nl.all(flags().length) }}
        </button>
      }
    }
  `,
  host: { class: 'ka-desk-flags', role: 'region', 'aria-labelledby': 'signalen' },
})
export class DeskFlags {
  readonly flags = input.required<readonly MatchFlagView[]>();
  readonly isLoaded = input.required<boolean>();
  readonly hasFailed = input.required<boolean>();
  protected readonly nl = nl.flags;
  protected readonly isWhole = signal(false);
  protected readonly shown = computed(() => (this.isWhole() ? this.flags() : this.flags().slice(0, shownFirst)));
}
