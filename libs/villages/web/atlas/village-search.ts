import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Control, Field, Icon } from '@kernagenda/shared/ui';
import type { VillageSummary } from '@kernagenda/villages/domain';
import { findVillages } from './find-village';
import { nl } from './nl';

/** From a name or postcode to the page of a village. */
@Component({
  selector: 'ka-village-search',
  imports: [Control, Field, Icon, RouterLink],
  template: `
    <form (submit)="search($event, query.value)" role="search">
      <ka-field controlId="village-search" [label]="nl.label" [hint]="hint()" [error]="error()">
        <div class="ka-join">
          <input #query class="ka-input" kaControl name="dorp" autocomplete="postal-code" enterkeyhint="search" />
          <button type="submit" class="ka-button"><svg kaIcon="search"></svg>{{ nl.button }}</button>
        </div>
      </ka-field>
      <div role="status">
        @if (found().length) {
          <p class="ka-search__several">{{ nl.several(found().length) }}</p>
          <ul class="ka-chips">
            @for (village of found(); track village.slug) {
              <li>
                <a class="ka-chip" [routerLink]="['/kernen', village.slug]">{{ village.name }}</a>
              </li>
            }
          </ul>
        }
      </div>
    </form>
  `,
})
export class VillageSearch {
  private readonly router = inject(Router);
  readonly villages = input.required<readonly VillageSummary[]>();
  protected readonly nl = nl.search;
  protected readonly error = signal('');
  protected readonly found = signal<readonly VillageSummary[]>([]);
  protected readonly hint = computed(() => {
    const [postcode] = this.villages().find(({ postcodes }) => postcodes.length)?.postcodes ?? [];
    return nl.search.hint(postcode ?? '1234');
  });

  protected search(event: Event, query: string): void {
    event.preventDefault();
    const found = findVillages(this.villages(), query);
    const [only, ...others] = found;
    if (only && others.length === 0) {
      void this.router.navigate(['/kernen', only.slug]);
      return;
    }
    this.found.set(found);
    this.error.set(found.length ? '' : query.trim() ? nl.search.unknown(query.trim()) : nl.search.empty);
  }
}
