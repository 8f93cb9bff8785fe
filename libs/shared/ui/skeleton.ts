import { Component, input } from '@angular/core';
import { nl } from './nl';

/** The shape of what comes. */
@Component({
  selector: 'ka-skeleton',
  template: '<i></i><i></i><i></i><i></i><i></i><i></i>',
  host: { class: 'ka-skel', role: 'group', 'aria-busy': 'true', '[attr.aria-label]': 'label()' },
})
export class Skeleton {
  readonly label = input(nl.loading);
}
