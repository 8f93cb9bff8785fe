import { Component, input } from '@angular/core';

export interface ProseText {
  readonly page: string;
  readonly lead: string;
  readonly parts: readonly { readonly title: string; readonly text: string }[];
}

/** A page of plain text under headings. */
@Component({
  selector: 'ka-prose',
  template: `
    <div class="ka-wrap ka-section ka-narrow ka-stack ka-prose">
      <h1>{{ text().page }}</h1>
      <p class="ka-lead">{{ text().lead }}</p>
      @for (part of text().parts; track part.title) {
        <h2>{{ part.title }}</h2>
        <p>{{ part.text }}</p>
      }
    </div>
  `,
})
export class Prose {
  readonly text = input.required<ProseText>();
}
