import { Component, input } from '@angular/core';

/** Nothing here yet, said as an invitation; the way to act is put inside. */
@Component({
  selector: 'ka-empty',
  template: `
    <svg class="ka-empty__art" viewBox="0 0 88 56" aria-hidden="true" focusable="false">
      <path class="ka-empty__ground" d="M2 54h84" />
      <path d="M44 54V30M44 40c-9 0-13-5-13-12 9 0 13 5 13 12ZM44 33c8 0 12-5 12-11-8 0-12 5-12 11Z" />
    </svg>
    <h3>{{ title() }}</h3>
    @if (text()) {
      <p>{{ text() }}</p>
    }
    <ng-content />
  `,
  host: { class: 'ka-empty' },
})
export class Empty {
  readonly title = input.required<string>();
  readonly text = input('');
}
