import { Component, input } from '@angular/core';
import { Icon } from './icon';
import { nl } from './nl';

/** Who has to act and how old this is; the state (what) stands before it. Clay only when somebody waits. */
@Component({
  selector: 'ka-stand',
  imports: [Icon],
  template: `
    @if (who()) {
      <span [attr.class]="waits() ? 'ka-wait' : null">
        <svg [kaIcon]="waits() ? 'clock' : 'person'"></svg>{{ nl.actingNow }} <b>{{ who() }}</b>
      </span>
      &ngsp;
    }
    <span>{{ age() }}</span>
    <ng-content />
  `,
  host: { class: 'ka-stand' },
})
export class Stand {
  /** Empty when nobody has to act any more. */
  readonly who = input.required<string>();
  readonly age = input.required<string>();
  readonly waits = input(false);
  protected readonly nl = nl;
}
