import { Component, computed, inject, signal } from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { Skeleton } from '@kernagenda/shared/ui';
import { followRooms } from '@kernagenda/shared/web';
import { NotFoundPage } from '../not-found/not-found-page';
import { nl } from './nl';
import { sections } from './sections';

/** What stands round every page of the administration; for everybody else these pages are not there. */
@Component({
  selector: 'ka-admin-layout',
  imports: [NotFoundPage, RouterLink, RouterOutlet, Skeleton],
  template: `
    @if (isAdmin()) {
      <div class="ka-wrap ka-admin">
        <nav class="ka-admin__nav" [attr.aria-label]="nl.nav">
          <ul>
            <li>
              <a routerLink="/beheer" [attr.aria-current]="path() === '/beheer' ? 'page' : null">{{ nl.overview }}</a>
            </li>
            @for (section of sections; track section.path) {
              <li>
                <a [routerLink]="section.path" [attr.aria-current]="current(section.path)">{{ section.name }}</a>
              </li>
            }
          </ul>
        </nav>
        <div class="ka-admin__page"><router-outlet /></div>
      </div>
    } @else if (session.isKnown()) {
      <ka-not-found-page />
    } @else {
      <div class="ka-wrap ka-section"><ka-skeleton /></div>
    }
  `,
})
export class AdminLayout {
  protected readonly session = inject(Session);
  protected readonly nl = nl;
  protected readonly sections = sections;
  protected readonly isAdmin = computed(() => this.session.hasRole('admin'));
  protected readonly path = signal('');

  constructor() {
    const router = inject(Router);
    const toPath = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';
    this.path.set(toPath(router.url));
    router.events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.path.set(toPath(event.urlAfterRedirects));
    });
    // To hear at once that the own role has ended.
    followRooms(
      () => {
        const person = this.session.person();
        return person ? [`person:${person.id}` as const] : [];
      },
      () => undefined,
    );
  }

  protected current(path: string): 'page' | 'true' | null {
    if (this.path() === path) return 'page';
    return this.path().startsWith(`${path}/`) ? 'true' : null;
  }
}
