import { Component, inject } from '@angular/core';
import { Page } from '@kernagenda/shared/web';
import { how } from './nl';
import { Prose } from './prose';

@Component({
  selector: 'ka-how-page',
  imports: [Prose],
  template: `<ka-prose [text]="text" />`,
})
export class HowPage {
  protected readonly text = how;

  constructor() {
    inject(Page).named(how.page);
  }
}
