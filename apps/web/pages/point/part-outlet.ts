import { type ComponentRef, Directive, type Type, ViewContainerRef, effect, inject, input } from '@angular/core';
import type { ProposalView } from '@kernagenda/proposals/domain';

/** What a part of the page that is loaded later gets to know. */
export interface PartInputs {
  readonly point: ProposalView;
  readonly reload: () => void;
}

/** Puts a component here that was loaded apart; NgComponentOutlet would weigh on every public page. */
@Directive({ selector: '[kaPart]' })
export class PartOutlet {
  readonly kaPart = input.required<Type<unknown>>();
  readonly inputs = input.required<PartInputs>();

  constructor() {
    const container = inject(ViewContainerRef);
    let part: ComponentRef<unknown> | undefined;
    effect(() => {
      part ??= container.createComponent(this.kaPart());
      part.setInput('point', this.inputs().point);
      part.setInput('reload', this.inputs().reload);
    });
  }
}
