import { Component, inject, input } from '@angular/core';
import { ListKeys } from './list-keys';
import { nl } from './nl';

export interface KeyName {
  readonly key: string;
  /** What it does: "plaats". */
  readonly name: string;
}

/** Which single keys a list has, and their switch. Next and previous, undo and this explanation are keys of every list. */
@Component({
  selector: 'ka-keys-box',
  template: `
    @if (keys.areOn()) {
      <p class="ka-keys">
        <span><kbd class="ka-kbd">J</kbd>{{ nl.next }}</span>
        <span><kbd class="ka-kbd">K</kbd>{{ nl.previous }}</span>
      </p>
    }
    <button
      type="button"
      class="ka-keys-box__more"
      aria-controls="all-keys"
      [attr.aria-expanded]="keys.isHelpOpen()"
      (click)="keys.isHelpOpen.set(!keys.isHelpOpen())"
    >
      @if (keys.areOn()) {
        <kbd class="ka-kbd" aria-hidden="true">?</kbd>
      }
      <span>{{ nl.all }}</span>
    </button>
    <div id="all-keys" class="ka-keys-box__all" [hidden]="!keys.isHelpOpen()">
      <h3>{{ nl.title }}</h3>
      <p class="ka-small ka-soft">{{ nl.where(list()) }}</p>
      <ul class="ka-keys-list">
        <li><kbd class="ka-kbd">J</kbd>{{ nl.next }}</li>
        <li><kbd class="ka-kbd">K</kbd>{{ nl.previous }}</li>
        @for (one of names(); track one.key) {
          <li>
            <kbd class="ka-kbd">{{ one.key }}</kbd>{{ one.name }}
          </li>
        }
        <li><kbd class="ka-kbd">Z</kbd>{{ nl.undo }}</li>
        <li><kbd class="ka-kbd">?</kbd>{{ nl.help }}</li>
      </ul>
      <label class="ka-choice">
        <input #box type="checkbox" [checked]="keys.areOn()" (change)="keys.switch(box.checked)" />
        {{ nl.on }}
      </label>
    </div>
  `,
  host: { class: 'ka-keys-box' },
})
export class KeysBox {
  /** What the list is called. */
  readonly list = input.required<string>();
  readonly names = input.required<readonly KeyName[]>();
  protected readonly keys = inject(ListKeys);
  protected readonly nl = nl;
}
