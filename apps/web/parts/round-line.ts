import { Component, ViewEncapsulation, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { roundWords, roundsResource } from '@kernagenda/intake/web/rounds';
import { Icon } from '@kernagenda/shared/ui';

/** The question that is asked in a village now, or next; nothing where none is. Loaded apart. */
@Component({
  selector: 'ka-round-line',
  imports: [Icon, RouterLink],
  template: `
    @if (round(); as asked) {
      <p class="ka-round-line">
        <svg kaIcon="speech"></svg>
        <span
          ><a [routerLink]="['/ophaalrondes', asked.id]">{{ asked.question }}</a
          >&ngsp; <span class="ka-round-line__left">{{ words.left(asked) }}</span></span
        >
      </p>
    }
  `,
  styles: `
    .ka-round-line {
      display: flex;
      align-items: flex-start;
      gap: 0.6rem;
      margin-bottom: var(--ka-space-3);
      padding-block: 0.75rem;
      border-block: 2px solid var(--ka-ink);
      font-size: var(--ka-size-lg);
      font-weight: 640;
      line-height: 1.3;
    }
    .ka-round-line > .ka-icon {
      flex: none;
      width: 1.5rem;
      height: 1.5rem;
      color: var(--ka-river);
    }
    .ka-round-line__left {
      margin-left: 0.5rem;
      font-size: var(--ka-size-sm);
      font-weight: 540;
      color: var(--ka-ink-soft);
      white-space: nowrap;
    }
  `,
  encapsulation: ViewEncapsulation.None,
})
export class RoundLine {
  readonly slug = input.required<string>();
  protected readonly words = roundWords;
  private readonly answer = roundsResource(this.slug);
  protected readonly round = computed(() => {
    const items = this.answer.hasValue() ? this.answer.value().items : [];
    return items.find(({ state }) => state === 'running') ?? items.findLast(({ state }) => state === 'to_come') ?? null;
  });
}
