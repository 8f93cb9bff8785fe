import { Component, inject } from '@angular/core';
import { Page } from '@kernagenda/shared/web';
import { accessibility } from './nl';

/** What is known of how well everybody can use this site, and where to say that something does not work. */
@Component({
  selector: 'ka-accessibility-page',
  template: `
    <div class="ka-wrap ka-section ka-narrow ka-stack ka-prose">
      <h1>{{ nl.page }}</h1>
      <p class="ka-lead">{{ nl.lead }}</p>
      @for (part of nl.parts; track part.title) {
        <section>
          <h2>{{ part.title }}</h2>
          <p>{{ part.text }}</p>
          @if (part.list.length) {
            <ul>
              @for (line of part.list; track line) {
                <li>{{ line }}</li>
              }
            </ul>
          }
        </section>
      }
      <p class="ka-note ka-small">{{ nl.note }}</p>
    </div>
  `,
})
export class AccessibilityPage {
  protected readonly nl = accessibility;

  constructor() {
    inject(Page).named(accessibility.page);
  }
}
