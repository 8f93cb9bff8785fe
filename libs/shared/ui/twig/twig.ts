import { Component, booleanAttribute, computed, input } from '@angular/core';
import { nl } from '../nl';

/** Progress as a twig: a leaf is a step done, the ring is now, the apple is finished. */
@Component({
  selector: 'ka-twig',
  template: `
    @if (mini()) {
      <span class="ka-sr">{{ nl.step(current() + 1, steps().length, name()) }}</span>
      <span class="ka-twig ka-twig--mini" aria-hidden="true">
        @for (step of steps(); track $index) {
          <i [attr.class]="stepClass($index)"></i>
        }
      </span>
    } @else {
      <ol class="ka-twig">
        @for (step of steps(); track $index) {
          <li [attr.class]="stepClass($index)" [attr.aria-current]="$index === current() ? 'step' : null">
            <span>{{ step }}</span>
          </li>
        }
      </ol>
    }
  `,
  host: { class: 'ka-twig-host' },
})
export class Twig {
  readonly steps = input.required<readonly string[]>();
  /** Index of the step that is now. */
  readonly current = input.required<number>();
  readonly mini = input(false, { transform: booleanAttribute });
  protected readonly nl = nl;
  protected readonly name = computed(() => this.steps()[this.current()] ?? '');

  protected stepClass(index: number): string {
    const current = this.current();
    if (index < current) return 'is-past';
    if (index > current) return '';
    return index === this.steps().length - 1 ? 'is-past is-end' : 'is-now';
  }
}
