import { Component, computed, inject, resource, signal } from '@angular/core';
import { NavigationEnd, NavigationStart, Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { Icon } from '@kernagenda/shared/ui';
import { PartOutlet } from '@kernagenda/shared/web';
import { Municipality } from '@kernagenda/villages/web';
import { nl } from '../nl';

/** Brand and main menu. On a phone the menu unfolds below the brand; Escape folds it again. */
@Component({
  selector: 'ka-masthead',
  imports: [Icon, PartOutlet, RouterLink],
  templateUrl: './masthead.html',
  host: {
    class: 'ka-mast',
    role: 'banner',
    '[attr.data-open]': "isOpen() ? '' : null",
    '(keydown.escape)': 'close($event)',
  },
})
export class Masthead {
  private readonly router = inject(Router);
  private readonly municipality = inject(Municipality);
  protected readonly session = inject(Session);
  protected readonly nl = nl;
  protected readonly isOpen = signal(false);
  private readonly path = signal('/');
  protected readonly place = computed(() => this.municipality.view()?.name ?? '');
  protected readonly hasDesk = computed(() => this.session.hasRole('broker'));
  protected readonly hasBoard = computed(() =>
    (['broker', 'official', 'alderman', 'secretary', 'group_member'] as const).some((role) =>
      this.session.hasRole(role),
    ),
  );

  protected readonly bell = resource({
    params: () => this.session.person()?.id,
    loader: async () => (await import('../parts/bell')).Bell,
  });

  constructor() {
    this.router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.isOpen.set(false);
      if (event instanceof NavigationEnd) this.path.set(event.urlAfterRedirects.split(/[?#]/, 1)[0] ?? '/');
    });
  }

  /** Pages below one of the menu belong to it. */
  protected current(path: string): 'page' | 'true' | null {
    if (this.path() === path) return 'page';
    return path !== '/' && this.path().startsWith(`${path}/`) ? 'true' : null;
  }

  protected close(event: Event): void {
    if (!this.isOpen()) return;
    this.isOpen.set(false);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>('.ka-menu')?.focus();
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
  }
}
