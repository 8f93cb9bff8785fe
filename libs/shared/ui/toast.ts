import { Component, input, output } from '@angular/core';
import { Icon } from './icon';
import { nl } from './nl';

/** What just happened, with the way back. The live region stays in the page so a change in it is announced. */
@Component({
  selector: 'ka-toast',
  imports: [Icon],
  template: `
    @if (message(); as text) {
      <div class="ka-toast">
        <span>{{ text }}</span>
        @if (canUndo()) {
          <button type="button" (click)="undone.emit()"><svg kaIcon="undo"></svg>{{ nl.undo }}</button>
        }
      </div>
    }
  `,
  host: { class: 'ka-toast-host', role: 'status' },
})
export class Toast {
  readonly message = input.required<string>();
  readonly canUndo = input(false);
  readonly undone = output();
  protected readonly nl = nl;
}
