import { Component, Directive, computed, inject, input } from '@angular/core';
import { Icon } from '../icon';

/** A label, its hint and its error, tied to the control inside that carries `kaControl`. */
@Component({
  selector: 'ka-field',
  imports: [Icon],
  template: `
    <label class="ka-label" [attr.for]="controlId()">{{ label() }}</label>
    @if (hint()) {
      <p class="ka-hint" [id]="hintId()">{{ hint() }}</p>
    }
    @if (error()) {
      <p class="ka-error" [id]="errorId()"><svg kaIcon="warning"></svg>{{ error() }}</p>
    }
    <ng-content />
  `,
  host: { '[attr.class]': "error() ? 'ka-field ka-field--error' : 'ka-field'" },
})
export class Field {
  readonly controlId = input.required<string>();
  readonly label = input.required<string>();
  readonly hint = input('');
  /** Says what to do; empty when the value is fine. */
  readonly error = input('');
  protected readonly hintId = computed(() => `${this.controlId()}-hint`);
  protected readonly errorId = computed(() => `${this.controlId()}-error`);

  readonly describedBy = computed(() => {
    const ids = [this.error() && this.errorId(), this.hint() && this.hintId()].filter(Boolean);
    return ids.length ? ids.join(' ') : null;
  });
}

/** Gives an input, select or textarea the id, description and validity of its field. */
@Directive({
  selector: '[kaControl]',
  host: {
    '[id]': 'field.controlId()',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': "field.error() ? 'true' : null",
  },
})
export class Control {
  protected readonly field = inject(Field);
}
