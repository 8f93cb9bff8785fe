import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProposalSummary } from '@kernagenda/proposals/domain';
import { Bloem, Stand } from '@kernagenda/shared/ui';
import { Twig } from '@kernagenda/shared/ui/twig';
import { Clock } from '@kernagenda/shared/web';
import { AgendaBadge } from '../badges';
import { nl } from '../nl';
import { standingOf } from '../standing';

/** One point on an agenda: what, who and how old, in that order, with the villages it is shared with. */
@Component({
  selector: 'ka-point-card',
  imports: [AgendaBadge, Bloem, RouterLink, Stand, Twig],
  template: `
    <h4>
      <a [routerLink]="['/voorstellen', point().id]">{{ point().title }}</a>
    </h4>
    @if (point().body) {
      <p>{{ point().body }}</p>
    }
    <div class="ka-point__foot">
      <ka-agenda-badge [state]="point().agendaState" />
      @if (standing().step !== null) {
        <ka-twig mini [steps]="nl.steps" [current]="standing().step ?? 0" />
      }
    </div>
    <ka-stand [who]="standing().who" [age]="standing().age" [waits]="standing().waits">
      @if (supporters(); as count) {
        <span>{{ nl.supporters(count) }}</span>
      }
    </ka-stand>
    @if (elsewhere()) {
      <p class="ka-tag"><svg kaBloem></svg>{{ nl.alsoWanted(elsewhere()) }}</p>
    }
    @if (shared()) {
      <p class="ka-tag"><svg kaBloem></svg>{{ nl.alsoIn(shared()) }}</p>
    }
    <ng-content />
  `,
  host: { class: 'ka-point' },
})
export class PointCard {
  private readonly clock = inject(Clock);
  readonly point = input.required<ProposalSummary>();
  /** Names of the villages that want the same; empty when there are none. */
  readonly elsewhere = input('');
  protected readonly nl = nl;
  protected readonly standing = computed(() => standingOf(this.point(), this.clock.now()));
  protected readonly supporters = computed(() => this.point().support.fromVillage + this.point().support.fromElsewhere);
  protected readonly shared = computed(() =>
    this.point()
      .alsoVillages.map(({ name }) => name)
      .join(', '),
  );
}
