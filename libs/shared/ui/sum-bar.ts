import { Component, computed, input } from '@angular/core';

export interface SumPart {
  readonly tone: 'done' | 'motion' | 'talk' | 'late' | 'rest';
  readonly count: number;
}

/** Counts as one bar of a few tones; the same numbers always stand beside it in words. */
@Component({
  selector: 'svg[kaSumBar]',
  template: `
    @for (part of drawn(); track part.tone) {
      <svg:rect [attr.class]="'ka-sum__' + part.tone" [attr.x]="part.x" [attr.width]="part.width" y="0" height="12" />
    }
  `,
  host: {
    class: 'ka-sum',
    viewBox: '0 0 1000 12',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
    focusable: 'false',
  },
})
export class SumBar {
  readonly parts = input.required<readonly SumPart[]>();
  /** The count that is as long as the bar; without it the parts fill it. */
  readonly of = input<number>();
  protected readonly drawn = computed(() => {
    const filled = this.parts().filter(({ count }) => count > 0);
    const total = this.of() ?? filled.reduce((sum, { count }) => sum + count, 0);
    const gap = 6;
    const room = 1000 - gap * Math.max(0, filled.length - 1);
    let x = 0;
    return filled.map(({ tone, count }) => {
      const width = Math.round((room * count) / total);
      const part = { tone, x, width };
      x += width + gap;
      return part;
    });
  });
}
