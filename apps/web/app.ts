import { Component, inject } from '@angular/core';
import { NavigationEnd, NavigationStart, Router, RouterOutlet } from '@angular/router';
import { Toast } from '@kernagenda/shared/ui';
import { Notices, Page, Theme } from '@kernagenda/shared/web';
import { nl } from './nl';
import { Masthead } from './shell/masthead';
import { SiteFooter } from './shell/site-footer';

const fragmentOf = (url: string): string => url.split('#', 2)[1] ?? '';
const pathOf = (url: string): string => url.split(/[?#]/, 1)[0] ?? '';

/** The shell: what stands round every page. */
@Component({
  selector: 'ka-root',
  imports: [Masthead, RouterOutlet, SiteFooter, Toast],
  template: `
    <a class="ka-skip" href="#inhoud" (click)="skip($event, content)">{{ nl.skip }}</a>
    <ka-masthead />
    <main #content id="inhoud" tabindex="-1"><router-outlet /></main>
    <ka-toast
      [message]="notices.current()?.message ?? ''"
      [canUndo]="!!notices.current()?.undo"
      (undone)="notices.undo()"
    />
    <ka-site-footer />
  `,
})
export class App {
  protected readonly notices = inject(Notices);
  protected readonly nl = nl;

  constructor() {
    inject(Theme);
    const router = inject(Router);
    const page = inject(Page);
    // Going back, the browser itself knows where one was.
    let isBack = false;
    let isOther = false;
    router.events.subscribe((event) => {
      if (event instanceof NavigationStart) {
        isBack = event.navigationTrigger === 'popstate';
        isOther = router.navigated && pathOf(event.url) !== pathOf(router.url);
        if (isOther) page.leaving();
      }
      if (event instanceof NavigationEnd && router.navigated && !isBack) page.scrollTo(fragmentOf(event.url), isOther);
    });
  }

  // A bare hash would lead away from the page, because addresses resolve against <base>.
  protected skip(event: Event, content: HTMLElement): void {
    event.preventDefault();
    content.focus();
  }
}
