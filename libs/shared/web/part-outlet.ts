import { type ComponentRef, Directive, type Type, ViewContainerRef, effect, inject, input } from '@angular/core';

/** Puts a component here that was loaded apart; NgComponentOutlet would weigh on every public page. */
@Directive({ selector: '[kaPart]' })
export class PartOutlet {
  readonly kaPart = input.required<Type<unknown>>();
  /** What the component gets to know, by the names of its inputs; a way back is an input too, a function. */
  readonly inputs = input.required<Readonly<Record<string, unknown>>>();

  constructor() {
    const container = inject(ViewContainerRef);
    let part: ComponentRef<unknown> | undefined;
    effect(() => {
      part ??= container.createComponent(this.kaPart());
      for (const [name, value] of Object.entries(this.inputs())) part.setInput(name, value);
    });
  }
}
