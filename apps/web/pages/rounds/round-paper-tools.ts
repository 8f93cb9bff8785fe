import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@kernagenda/shared/ui';
import { paperNl } from './paper-nl';

/**
 * Above a sheet on the screen: back, print, the file, and why there is none. Hidden as a whole on paper: an empty element
 * before a sheet of its own size takes a page.
 */
@Component({
  selector: 'ka-round-paper-tools',
  imports: [Icon, RouterLink],
  host: { class: 'ka-noprint' },
  template: `
    <p class="ka-folder__tools">
      <a class="ka-more-link" [routerLink]="['/ophaalrondes', id()]">{{ nl.back }}</a>
      <button type="button" class="ka-button ka-button--second ka-button--small" (click)="print()">
        <svg kaIcon="printer"></svg>{{ nl.print }}
      </button>
      <a class="ka-more-link" [attr.href]="pdf()">{{ nl.pdf }}</a>
    </p>
    @if (notice() === 'geen-pdf') {
      <div class="ka-note ka-note--wait ka-stack ka-stack--near" role="status">
        <p>
          <strong>{{ nl.noPdf.title }}.</strong> {{ nl.noPdf.text }}
        </p>
      </div>
    }
  `,
})
export class RoundPaperTools {
  readonly id = input.required<string>();
  readonly pdf = input.required<string>();
  /** What led here, from the address. */
  readonly notice = input<string>();

  protected readonly nl = paperNl;

  protected print(): void {
    window.print();
  }
}
