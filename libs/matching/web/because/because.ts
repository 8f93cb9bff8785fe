import { Component, computed, input } from '@angular/core';
import type { ReasonView } from '@kernagenda/matching/domain';
import { becauseOf } from '@kernagenda/matching/domain/reasons';

/** Why points resemble each other, in one sentence. */
@Component({
  selector: 'p[kaBecause]',
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.isMarked) {
        <b>{{ piece.text }}</b>
      } @else {
        <span>{{ piece.text }}</span>
      }
    }
  `,
})
export class Because {
  readonly kaBecause = input.required<readonly ReasonView[]>();
  /** How many points it is about. */
  readonly points = input(2);
  protected readonly pieces = computed(() => becauseOf(this.kaBecause(), this.points()));
}
