import { Component, computed, input } from '@angular/core';

/** One set, drawn with a line of 1.7 on a raster of 20; the drawings are symbols in `apps/web/public/signs.svg`. */
export const iconNames = [
  'arrow',
  'back',
  'bell',
  'bin',
  'boat',
  'book',
  'camera',
  'check',
  'clock',
  'flag',
  'hall',
  'hand',
  'heart',
  'house',
  'lamp',
  'leaf',
  'lock',
  'mail',
  'menu',
  'pencil',
  'people',
  'person',
  'phone',
  'pin',
  'printer',
  'question',
  'road',
  'school',
  'search',
  'speech',
  'sun',
  'swing',
  'undo',
  'warning',
] as const;
export type IconName = (typeof iconNames)[number];

/** A pictogram that says nothing of its own: there is always a word beside it. */
@Component({
  selector: 'svg[kaIcon]',
  template: '<svg:use [attr.href]="href()" />',
  host: { class: 'ka-icon', viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
})
export class Icon {
  readonly kaIcon = input.required<IconName>();
  protected readonly href = computed(() => `/signs.svg#icon-${this.kaIcon()}`);
}
