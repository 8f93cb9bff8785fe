import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Icon } from '@kernagenda/shared/ui';
import type { VillageSummary } from '@kernagenda/villages/domain';
import { findVillages } from '@kernagenda/villages/domain/find';
import { nl } from './nl';

/** From a name or postcode to the page of a village. Its field is written out: the building block would weigh on the front page. */
@Component({
  selector: 'ka-village-search',
  imports: [Icon, RouterLink],
  template: `
    <form (submit)="search($event, query.value)" role="search">
      <div [attr.class]="error() ? 'ka-field ka-field--error' : 'ka-field'">
        <label class="ka-label" for="village-search">{{ nl.label }}</label>
        <p class="ka-hint" id="village-search-hint">{{ hint() }}</p>
        <p class="ka-error" id="village-search-error">
          @if (error()) {
            <svg kaIcon="warning"></svg>{{ error() }}
          }
        </p>
        <div class="ka-join">
          <input
            #query
            class="ka-input"
            id="village-search"
            name="dorp"
            autocomplete="postal-code"
            enterkeyhint="search"
            aria-describedby="village-search-error village-search-hint"
            [attr.aria-invalid]="error() ? 'true' : null"
          />
          <button type="submit" class="ka-button"><svg kaIcon="search"></svg>{{ nl.button }}</button>
        </div>
      </div>
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
