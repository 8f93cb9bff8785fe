import { Component, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { applicationsResource, redistributionsResource } from '@kernagenda/budgets/web';
import { nl } from './nl';

/** The way to applications for village budgets, with how many wait and whether money may move between villages. */
@Component({
  selector: 'ka-desk-budgets',
  imports: [RouterLink],
  template: `
    <p class="ka-small">
      <a class="ka-more-link" routerLink="/aanvragen">{{ nl.title }}</a>
      @if (waiting(); as words) {
        {{ words }}
      }
      @if (moves()) {
        {{ nl.moves }}
      }
    </p>
  `,
})
export class DeskBudgets {
  protected readonly nl = nl.budgets;
  private readonly applications = applicationsResource(() => 'waiting');
  private readonly redistributions = redistributionsResource(() => true);
  protected readonly waiting = computed(() => {
    if (!this.applications.hasValue()) return '';
    const { items, nextCursor } = this.applications.value();
    return items.length ? nl.budgets.waiting(items.length, nextCursor !== null) : '';
  });
  protected readonly moves = computed(
    () => this.redistributions.hasValue() && this.redistributions.value().items[0]?.state === 'proposed',
  );
}
