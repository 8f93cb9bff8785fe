import { Component, input, output } from '@angular/core';
import { nl } from './nl';

/** Something could not be loaded: what that means, and the way on. */
@Component({
  selector: 'ka-failure',
  template: `
    <h2>{{ title() }}</h2>
    <p>{{ nl.failed.text }}</p>
    <p>
      <button type="button" class="ka-button ka-button--second" (click)="retried.emit()">{{ nl.failed.retry }}</button>
    </p>
  `,
  host: { class: 'ka-note ka-note--wait ka-stack', role: 'alert' },
})
export class Failure {
  readonly title = input(nl.failed.title);
  readonly retried = output();
  protected readonly nl = nl;
}
