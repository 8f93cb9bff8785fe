import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { figuresResource } from '@kernagenda/commitments/web';
import { Icon } from '@kernagenda/shared/ui';
import { nl } from './kept-nl';

/** How many promises were kept in time in one village; nothing where nothing was promised. Loaded apart. */
@Component({
  selector: 'ka-kept-figure',
  imports: [Icon, RouterLink],
  template: `
    @if (total(); as figures) {
      <p class="ka-kept">
        <svg kaIcon="flag"></svg>
        <a routerLink="/toezeggingen" [queryParams]="{ kern: slug() }">{{ nl.line(figures) }}</a>
      </p>
    }
  `,
})
export class KeptFigure {
  readonly slug = input.required<string>();
  protected readonly nl = nl;
  private readonly answer = figuresResource(() => ({ village: this.slug() }));
  protected readonly total = computed(() => {
    const total = this.answer.hasValue() ? this.answer.value().total : null;
    return total && Object.values(total).some((count) => count > 0) ? total : null;
  });
}
