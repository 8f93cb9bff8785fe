import { DOCUMENT, Injectable, Injector, RESPONSE_INIT, afterNextRender, inject } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** What a page says about itself: its name, where reading begins, and the status of the answer it came in. */
@Injectable({ providedIn: 'root' })
export class Page {
  private readonly title = inject(Title);
  private readonly answer = inject(RESPONSE_INIT, { optional: true });
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private awaitsFocus = false;

  /** A navigation without a load began; the heading of the page that comes will take the focus. */
  leaving(): void {
    this.awaitsFocus = true;
  }

  /** Called by a page as soon as it knows its name, with its heading in the same rendering. */
  named(name: string): void {
    this.title.setTitle(name ? `${name} – Kernagenda` : 'Kernagenda');
    if (!this.awaitsFocus) return;
    this.awaitsFocus = false;
    afterNextRender({ write: () => this.focusHeading() }, { injector: this.injector });
  }

  /** Brings a part of the page into view, or the top of another page. */
  scrollTo(fragment: string, isOther: boolean): void {
    const part = fragment ? this.document.getElementById(fragment) : null;
    if (part) part.scrollIntoView();
    else if (isOther) this.document.defaultView?.scrollTo(0, 0);
  }

  /** Search engines and scripts learn that this is no page; only counts where the server renders. */
  withStatus(status: number): void {
    if (this.answer) this.answer.status = status;
  }

  /** Asks for the whole page anew: a browser remembers that a script did not load, and never tries that one again. */
  reload(): void {
    this.document.defaultView?.location.reload();
  }

  private focusHeading(): void {
    const heading = this.document.querySelector<HTMLElement>('main h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  }
}
