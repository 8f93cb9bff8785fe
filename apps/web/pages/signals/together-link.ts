import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { flagCollaborationResource } from '@kernagenda/collaborations/web';
import { followRooms } from '@kernagenda/shared/web';
import { nl } from './nl';

/** The way to what became of a flag that villages said yes to, as soon as it is there. */
@Component({
  selector: 'ka-together-link',
  imports: [RouterLink],
  template: `
    @if (made(); as one) {
      <p>
        <a class="ka-more-link" [routerLink]="['/samenwerkingen', one.id]">{{ nl.sides.together(one.title) }}</a>
      </p>
    }
  `,
})
export class TogetherLink {
  readonly flagId = input.required<string>();
  protected readonly nl = nl;
  private readonly answer = flagCollaborationResource(() => this.flagId());
  protected readonly made = computed(() => (this.answer.hasValue() ? this.answer.value().items[0] : undefined));

  constructor() {
    followRooms(
      () => ['public'],
      (change) => {
        if (!change || change.kind === 'collaboration') this.answer.reload();
      },
    );
  }
}
