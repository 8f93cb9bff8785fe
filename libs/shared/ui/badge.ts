import { Component, booleanAttribute, computed, input } from '@angular/core';

/**
 * Round signs tell the state on the agenda, square ones what the reading by the broker came to. The drawings are symbols
 * in `apps/web/public/signs.svg`, their colours stand with `ka-badge`.
 */
export const signNames = [
  'wish',
  'exploring',
  'on_agenda',
  'planned',
  'in_progress',
  'done',
  'not_feasible',
  'on_hold',
  'merged',
  'withdrawn',
  'draft',
  'submitted',
  'approved',
  'changes_requested',
  'refused',
  'hidden',
] as const;
export type SignName = (typeof signNames)[number];

/** The drawing of a sign, for where the word stands elsewhere in the same line. */
@Component({
  selector: 'svg[kaSign]',
  template: '<svg:use [attr.href]="href()" />',
  host: { class: 'ka-sign', viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
})
export class SignDrawing {
  readonly kaSign = input.required<SignName>();
  protected readonly href = computed(() => `/signs.svg#sign-${this.kaSign()}`);
}

/** A sign with its word: never a colour alone. `block` gives it a surface where it stands by itself. */
@Component({
  selector: 'ka-badge',
  imports: [SignDrawing],
  template: `<svg [kaSign]="sign()"></svg><span>{{ word() }}</span>`,
  host: { '[attr.class]': 'classes()' },
})
export class Badge {
  readonly sign = input.required<SignName>();
  readonly word = input.required<string>();
  readonly block = input(false, { transform: booleanAttribute });
  protected readonly classes = computed(
    () => `ka-badge ka-badge--${this.sign()}${this.block() ? ' ka-badge--block' : ''}`,
  );
}
