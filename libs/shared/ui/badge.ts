import { Component, booleanAttribute, computed, input } from '@angular/core';

interface Sign {
  readonly edge?: string;
  readonly isDashed?: boolean;
  /** Drawn as a surface. */
  readonly fill?: string;
  /** Drawn as a line. */
  readonly line?: string;
  readonly tone: 'ink' | 'soft' | 'motion' | 'done' | 'wait' | 'no';
}

const ring = 'M14.75 8a6.75 6.75 0 1 1-13.5 0 6.75 6.75 0 0 1 13.5 0Z';
const disc = 'M15.5 8a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z';
const square = 'M4 1.5h8a2.5 2.5 0 0 1 2.5 2.5v8a2.5 2.5 0 0 1-2.5 2.5H4A2.5 2.5 0 0 1 1.5 12V4A2.5 2.5 0 0 1 4 1.5Z';
const cross = 'm5.6 5.6 4.8 4.8M10.4 5.6l-4.8 4.8';

/** Round signs tell the state on the agenda, square ones what the reading by the broker came to. */
const signs = {
  wish: { edge: ring, isDashed: true, tone: 'soft' },
  exploring: { edge: ring, fill: 'M8 8V3A5 5 0 0 1 13 8Z', tone: 'ink' },
  on_agenda: { edge: ring, fill: 'M8 3a5 5 0 0 1 0 10Z', tone: 'ink' },
  planned: { edge: ring, fill: 'M8 8V3a5 5 0 1 1-5 5Z', tone: 'motion' },
  in_progress: { edge: ring, fill: 'M6.3 4.8 11.5 8l-5.2 3.2Z', tone: 'motion' },
  done: { fill: disc, line: 'm4.7 8.3 2.3 2.3 4.3-4.9', tone: 'done' },
  not_feasible: { edge: ring, line: cross, tone: 'no' },
  on_hold: { edge: ring, line: 'M6.3 5.7v4.6M9.7 5.7v4.6', tone: 'wait' },
  merged: {
    edge: 'M10.3 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0ZM14.7 8a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z',
    tone: 'soft',
  },
  withdrawn: { edge: ring, line: 'M5.2 8h5.6', tone: 'soft' },
  draft: { edge: square, isDashed: true, tone: 'soft' },
  submitted: { edge: square, line: 'M8 11V5M5.6 7.2 8 4.8l2.4 2.4', tone: 'wait' },
  approved: { edge: square, line: 'm4.9 8.3 2.2 2.2 4-4.6', tone: 'done' },
  changes_requested: { edge: square, line: 'm5 11 .5-2 4-4 1.5 1.5-4 4Z', tone: 'wait' },
  refused: { edge: square, line: cross, tone: 'no' },
  hidden: { edge: square, line: 'M4 8c2.3-3.2 5.7-3.2 8 0-2.3 3.2-5.7 3.2-8 0ZM3.8 12.2l8.4-8.4', tone: 'soft' },
} as const satisfies Record<string, Sign>;

export type SignName = keyof typeof signs;

/** The drawing of a sign, for where the word stands elsewhere in the same line. */
@Component({
  selector: 'svg[kaSign]',
  template: `
    <svg:path
      class="ka-sign__edge"
      [attr.d]="sign().edge"
      [attr.stroke-dasharray]="sign().isDashed ? '2.6 2.7' : null"
    />
    <svg:path class="ka-sign__fill" [attr.d]="sign().fill" />
    <svg:path class="ka-sign__line" [attr.d]="sign().line" />
  `,
  host: {
    class: 'ka-sign',
    viewBox: '0 0 16 16',
    'aria-hidden': 'true',
    focusable: 'false',
    '[attr.data-cut]': "kaSign() === 'done' ? '' : null",
  },
})
export class SignDrawing {
  readonly kaSign = input.required<SignName>();
  protected readonly sign = computed((): Sign => signs[this.kaSign()]);
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
  protected readonly classes = computed(() => {
    const { tone } = signs[this.sign()];
    return `ka-badge ka-badge--${tone}${this.block() ? ' ka-badge--block' : ''}`;
  });
}
