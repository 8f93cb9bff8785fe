import { Component, computed, input } from '@angular/core';
import { nl } from './nl';

/** Steps one after the other; on a narrow screen the names fold into one line. */
@Component({
  selector: 'ka-steps-bar',
  template: `
    <ol class="ka-phase" [attr.aria-label]="nl.label">
      @for (step of steps(); track step) {
        <li
          [attr.class]="$index < current() ? 'is-past' : $index === current() ? 'is-now' : null"
          [attr.aria-current]="$index === current() ? 'step' : null"
        >
          <span>{{ step }}</span>
        </li>
      }
    </ol>
    @if (now(); as name) {
      <p class="ka-phase-now ka-small">
        <strong>{{ nl.now(current() + 1, steps().length, name) }}</strong>
        @if (next(); as name) {
          {{ nl.next(name) }}
        }
      </p>
    }
  `,
})
export class StepsBar {
  readonly steps = input.required<readonly string[]>();
  /** Index of the step that is now; beyond the last when all are past, below zero when none began. */
  readonly current = input.required<number>();
  protected readonly nl = nl.steps;
  protected readonly now = computed(() => this.steps()[this.current()]);
  protected readonly next = computed(() => this.steps()[this.current() + 1]);
}
