import { Component, ElementRef, Injector, afterNextRender, computed, effect, inject, input } from '@angular/core';
import { nl } from '../nl';

export interface SummaryError {
  /** Id of the control that has to change. */
  readonly controlId: string;
  readonly message: string;
}

/** All errors of a form at once, each a way to its field. Takes the focus when errors appear. */
@Component({
  selector: 'ka-error-summary',
  template: `
    @if (errors().length) {
      <div class="ka-errors" role="group" tabindex="-1" aria-labelledby="error-summary-title">
        <h2 id="error-summary-title">{{ title() }}</h2>
        <ul class="ka-list">
          @for (error of errors(); track error.controlId) {
            <li>
              <a [attr.href]="'#' + error.controlId" (click)="focusOn($event, error.controlId)">{{ error.message }}</a>
            </li>
          }
        </ul>
      </div>
    }
  `,
})
export class ErrorSummary {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly errors = input.required<readonly SummaryError[]>();
  protected readonly title = computed(() => nl.errorsTitle(this.errors().length));

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      if (this.errors().length) afterNextRender({ write: () => this.takeFocus() }, { injector });
    });
  }

  private takeFocus(): void {
    this.host.nativeElement.querySelector<HTMLElement>('.ka-errors')?.focus();
  }

  // A bare hash would lead away from the page, because addresses resolve against <base>.
  protected focusOn(event: Event, controlId: string): void {
    event.preventDefault();
    this.host.nativeElement.ownerDocument.getElementById(controlId)?.focus();
  }
}
