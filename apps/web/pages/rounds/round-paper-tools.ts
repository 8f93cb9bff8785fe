import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '@kernagenda/shared/ui';
import { paperNl } from './paper-nl';

/** Above a sheet on the screen: back, print, the file, and why there is none. */
@Component({
  selector: 'ka-round-paper-tools',
  imports: [Icon, RouterLink],
  template: `
    <p class="ka-noprint ka-folder__tools">
      <a class="ka-more-link" [routerLink]="['/ophaalrondes', id()]">{{ nl.back }}</a>
      <button type="button" class="ka-button ka-button--second ka-button--small" (click)="print()">
        <svg kaIcon="printer"></svg>{{ nl.print }}
      </button>
      <a class="ka-more-link" [attr.href]="pdf()">{{ nl.pdf }}</a>
    </p>
    @if (notice() === 'geen-pdf') {
      <div class="ka-note ka-note--wait ka-stack ka-stack--near ka-noprint" role="status">
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
