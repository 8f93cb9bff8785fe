import { Component } from '@angular/core';

/** Five petals round the origin, within a circle of 9. */
export const bloemPath =
  'M-3.5 -4.6A3.5 4.4 0 1 1 3.5 -4.6A3.5 4.4 0 1 1 -3.5 -4.6ZM3.29 -4.75A3.5 4.4 72 1 1 5.46 1.91A3.5 4.4 72 1 1 3.29 -4.75ZM5.54 1.66A3.5 4.4 144 1 1 -.13 5.78A3.5 4.4 144 1 1 5.54 1.66ZM.13 5.78A3.5 4.4 216 1 1 -5.54 1.66A3.5 4.4 216 1 1 .13 5.78ZM-5.46 1.91A3.5 4.4 288 1 1 -3.29 -4.75A3.5 4.4 288 1 1 -5.46 1.91Z';

/** The blossom: villages together, and only that. */
@Component({
  selector: 'svg[kaBloem]',
  template: `<svg:path [attr.d]="path" />`,
  host: { class: 'ka-bloem', viewBox: '-10 -10 20 20', 'aria-hidden': 'true', focusable: 'false' },
})
export class Bloem {
  protected readonly path = bloemPath;
}
