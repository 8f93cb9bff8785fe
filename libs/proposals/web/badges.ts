import { Component, booleanAttribute, computed, input } from '@angular/core';
import type { AgendaState, ModerationState } from '@kernagenda/proposals/domain';
import { Badge } from '@kernagenda/shared/ui';
import { nl } from './nl';

/** The state on the agenda: a round sign with its word. */
@Component({
  selector: 'ka-agenda-badge',
  imports: [Badge],
  template: `<ka-badge [sign]="state()" [word]="word()" [block]="block()" />`,
})
export class AgendaBadge {
  readonly state = input.required<AgendaState>();
  readonly block = input(false, { transform: booleanAttribute });
  protected readonly word = computed(() => nl.agendaStates[this.state()]);
}

/** What the reading by the broker came to: a square sign with its word. */
@Component({
  selector: 'ka-moderation-badge',
  imports: [Badge],
  template: `<ka-badge [sign]="state()" [word]="word()" [block]="block()" />`,
})
export class ModerationBadge {
  readonly state = input.required<ModerationState>();
  readonly block = input(false, { transform: booleanAttribute });
  protected readonly word = computed(() => nl.moderationStates[this.state()]);
}
