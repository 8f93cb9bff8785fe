import { Component, computed, input } from '@angular/core';
import { markWords } from '@kernagenda/matching/domain/marks';

/** A text in which some words are marked. */
@Component({
  selector: 'ka-marked',
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.isMarked) {
        <mark>{{ piece.text }}</mark>
      } @else {
        <span>{{ piece.text }}</span>
      }
    }
  `,
})
export class Marked {
  readonly text = input.required<string>();
  readonly words = input.required<readonly string[]>();
  protected readonly pieces = computed(() => markWords(this.text(), this.words()));
}
