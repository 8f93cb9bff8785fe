import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page } from '@kernagenda/shared/web';
import { nl } from '../../nl';

/** For every address without a page, and for what is not there (any more). */
@Component({
  selector: 'ka-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="ka-wrap ka-section ka-stack">
      <h1>{{ nl.title }}</h1>
      <p class="ka-lead">{{ nl.text }}</p>
      <a class="ka-button" routerLink="/">{{ nl.home }}</a>
    </div>
  `,
})
export class NotFoundPage {
  protected readonly nl = nl.notFound;

  constructor() {
    const page = inject(Page);
    page.withStatus(404);
    page.named(nl.notFound.title);
  }
}
