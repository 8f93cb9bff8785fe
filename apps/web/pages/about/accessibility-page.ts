import { Component, inject } from '@angular/core';
import { Page } from '@kernagenda/shared/web';
import { accessibility } from './nl';
import { Prose } from './prose';

@Component({
  selector: 'ka-accessibility-page',
  imports: [Prose],
  template: `<ka-prose [text]="text" />`,
})
export class AccessibilityPage {
  protected readonly text = accessibility;

  constructor() {
    inject(Page).named(accessibility.page);
  }
}
