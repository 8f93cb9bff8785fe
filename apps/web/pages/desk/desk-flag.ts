import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import { similarResource } from '@kernagenda/matching/web';
import { AgendaBadge } from '@kernagenda/proposals/web';
import { Bloem } from '@kernagenda/shared/ui';
import { nl } from './nl';

const shownTerms = 3;

/** One set of points that resemble each other; why is asked when somebody looks. */
@Component({
  selector: 'ka-desk-flag',
  imports: [AgendaBadge, Bloem, RouterLink],
  template: `
    <details #box (toggle)="isOpen.set(box.open)">
      <summary>
        <b>{{ flag().label }}</b>
        <span class="ka-stand">
          <span class="ka-tag"><svg kaBloem></svg>{{ villages() }}</span>
        </span>
      </summary>
      <p class="ka-small">{{ why() }}</p>
      <ul class="ka-like">
        @for (point of flag().points; track point.village.slug + point.proposalId) {
          <li>
            <p>
              {{ point.village.name }}: <a [routerLink]="['/voorstellen', point.proposalId]">{{ point.title }}</a>
            </p>
            <ka-agenda-badge [state]="point.agendaState" />
          </li>
        }
      </ul>
    </details>
  `,
})
export class DeskFlag {
  readonly flag = input.required<MatchFlagView>();
  protected readonly isOpen = signal(false);
  private readonly similarAnswer = similarResource(() =>
    this.isOpen() ? this.flag().points[0]?.proposalId : undefined,
  );
  protected readonly villages = computed(() => {
    const names = [...new Set(this.flag().points.map(({ village }) => village.name))];
    return names.length > 3 ? nl.flags.count(this.flag().points.length, names.length) : names.join(', ');
  });
  protected readonly why = computed(() => {
    if (!this.similarAnswer.hasValue()) return this.similarAnswer.error() ? nl.flags.whyUnknown : '';
    const members = new Set(this.flag().points.map(({ proposalId }) => proposalId));
    const evidence = this.similarAnswer
      .value()
      .items.filter(({ proposalId }) => members.has(proposalId))
      .flatMap((similar) => similar.evidence.slice(0, 1));
    const terms = [...new Set(evidence.map(({ term }) => term))].slice(0, shownTerms);
    return terms.length ? nl.flags.why(terms) : nl.flags.whyUnknown;
  });
}
