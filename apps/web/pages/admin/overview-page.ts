import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Page } from '@kernagenda/shared/web';
import { nl } from './nl';
import { sections } from './sections';

/** What the administration consists of. */
@Component({
  selector: 'ka-overview-page',
  imports: [RouterLink],
  template: `
    <h1>{{ nl.title }}</h1>
    <p class="ka-lead ka-after-heading">{{ nl.lead }}</p>
    <ul class="ka-admin__sections">
      @for (section of sections; track section.path) {
        <li>
          <h2>
            <a [routerLink]="section.path">{{ section.name }}</a>
          </h2>
          <p class="ka-soft">{{ section.text }}</p>
        </li>
      }
    </ul>
  `,
})
export class OverviewPage {
  protected readonly nl = nl;
  protected readonly sections = sections;

  constructor() {
    inject(Page).named(nl.title);
  }
}
