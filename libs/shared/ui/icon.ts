import { Component, computed, input } from '@angular/core';

/** One set, drawn with a line of 1.7 on a raster of 20. */
const paths = {
  arrow: 'M3.5 10h13M11.5 5l5 5-5 5',
  book: 'M10 5.5C8 4 5.5 3.5 3 3.7v11.5c2.5-.2 5 .3 7 1.8 2-1.5 4.5-2 7-1.8V3.7c-2.5-.2-5 .3-7 1.8ZM10 5.5V17',
  camera: 'M2.5 6.5h3.5l1.5-2h5l1.5 2h3.5v9.5h-15ZM13 11a3 3 0 1 1-6 0 3 3 0 0 1 6 0',
  check: 'm4 10.5 4 4 8-9',
  clock: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M10 5.8V10l2.8 1.8',
  boat: 'M3 12.5h14l-2 4H5ZM10 12.5V3.5l5 6.5h-5',
  bin: 'M4 6h12M8 6V3.5h4V6M5.5 6l.8 11h7.4l.8-11',
  flag: 'M4 17V4h9l-1.5 3.5L13 11H4',
  hand: 'M5.5 11V6.5a1.3 1.3 0 0 1 2.6 0V10 4.5a1.3 1.3 0 0 1 2.6 0V10 5.5a1.3 1.3 0 0 1 2.6 0V11 8a1.2 1.2 0 0 1 2.4 0v4.5c0 3-2 5-5 5-2.5 0-3.7-1-4.9-3l-2.5-3.7c1.2-1.2 2.2-.4 2.2.2Z',
  hall: 'M3 8.5 10 3.5l7 5M4.5 8.5v8M15.5 8.5v8M8 16.5v-5M12 16.5v-5M3 16.5h14',
  heart: 'M10 16.5S3.5 12.5 3.5 7.9A3.4 3.4 0 0 1 10 6.5a3.4 3.4 0 0 1 6.5 1.4c0 4.6-6.5 8.6-6.5 8.6Z',
  house: 'M3.5 9.5 10 4l6.5 5.5M5.5 8.5v8h9v-8M8.5 16.5v-4h3v4',
  lamp: 'M6 17.5V5.5a2.5 2.5 0 0 1 2.5-2.5H12M4 17.5h4M10.5 6.5h5L14.5 3h-3ZM11 9.5l-.8 2M15 9.5l.8 2M13 9.8V12',
  leaf: 'M4 16c0-8 4-11.5 12.5-12C17 12 13 16 6.5 15.5M4 17c1.2-4.5 4-7 7.5-8.5',
  lock: 'M4.5 9h11v8h-11ZM7 9V6.5a3 3 0 0 1 6 0V9',
  mail: 'M2.5 5h15v10.5h-15ZM3 5.5l7 5.5 7-5.5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  pencil: 'm4 16 1-4 8.5-8.5 3 3L8 15ZM11.5 5.5l3 3',
  people:
    'M9.6 7A2.6 2.6 0 1 1 4.4 7a2.6 2.6 0 0 1 5.2 0M16 7.8a2 2 0 1 1-4 0 2 2 0 0 1 4 0M2 16.5c.3-3.2 2.2-4.9 5-4.9s4.7 1.7 5 4.9M13.8 12c2.4 0 3.9 1.4 4.2 3.9',
  person: 'M13 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0M4 17c.4-3.6 2.8-5.5 6-5.5s5.6 1.9 6 5.5',
  phone: 'M4 3.5h3l1.2 3.6-1.8 1.4a9 9 0 0 0 5 5l1.4-1.8 3.6 1.2v3c-7 .8-13-5.4-12.4-12.4Z',
  pin: 'M10 17.5s5.5-5 5.5-9.2A5.5 5.5 0 0 0 4.5 8.3C4.5 12.5 10 17.5 10 17.5ZM11.9 8.2a1.9 1.9 0 1 1-3.8 0 1.9 1.9 0 0 1 3.8 0',
  printer: 'M6 7V3h8v4M6 14H3V7h14v7h-3M6 11.5h8V17H6Z',
  road: 'm6.5 3-3 14M13.5 3l3 14M10 3.5v2M10 9v2M10 14.5v2',
  school: 'm2.5 8 7.5-3.5L17.5 8 10 11.5ZM5.5 9.8v4c2.6 2 6.4 2 9 0v-4M17.5 8v4.5',
  search: 'M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0M13.2 13.2l4 4',
  speech: 'M3.5 4.5h13v8.5H9l-3.5 3.3V13h-2Z',
  sun: 'M13.3 10a3.3 3.3 0 1 1-6.6 0 3.3 3.3 0 0 1 6.6 0M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M4.7 15.3l1.4-1.4M13.9 6.1l1.4-1.4',
  swing: 'M5 17 8 3h4l3 14M7 8h6M6 12.5h8',
  undo: 'M6.5 4 3 7.5 6.5 11M3.5 7.5h8a4.5 4.5 0 0 1 0 9H8',
  warning: 'M10 3 18 16.5H2ZM10 8v4M10 14.2v.1',
} as const;

export type IconName = keyof typeof paths;

/** A pictogram that says nothing of its own: there is always a word beside it. */
@Component({
  selector: 'svg[kaIcon]',
  template: '<svg:path [attr.d]="path()" />',
  host: { class: 'ka-icon', viewBox: '0 0 20 20', 'aria-hidden': 'true', focusable: 'false' },
})
export class Icon {
  readonly kaIcon = input.required<IconName>();
  protected readonly path = computed(() => paths[this.kaIcon()]);
}
