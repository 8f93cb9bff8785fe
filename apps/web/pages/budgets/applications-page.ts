import { Component, afterNextRender, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { redistributionsResource } from '@kernagenda/budgets/web';
import { actsAsResident } from '@kernagenda/identity/domain';
import { Session } from '@kernagenda/identity/web';
import { Page } from '@kernagenda/shared/web';
import { FormDrafts } from '../forms/form-drafts';
import { ApplicationList } from './application-list';
import { nl } from './nl';
import { RedistributionPart } from './redistribution-part';

const handling = ['secretary', 'broker', 'official', 'alderman'] as const;
const working = ['broker', 'official', 'alderman'] as const;

/** The own applications, those one handles, and what may move between villages. */
@Component({
  selector: 'ka-applications-page',
  imports: [ApplicationList, RedistributionPart, RouterLink],
  template: `
    <div class="ka-wrap ka-section ka-narrow ka-stack ka-stack--far">
      <div class="ka-stack">
        <h1 tabindex="-1">{{ nl.title }}</h1>
        <p class="ka-lead">{{ nl.lead }}</p>
      </div>
      @if (session.person()) {
        @for (one of moves(); track one.id) {
          <ka-redistribution-part [view]="one" (changed)="movesAnswer.reload()" />
        }
        @for (list of lists(); track list) {
          <section class="ka-stack" [attr.aria-labelledby]="'list-' + list">
            <h2 [id]="'list-' + list">{{ nl[list] }}</h2>
            @if (list === 'waiting') {
              <p class="ka-soft">{{ nl.waitingLead }}</p>
            }
            <ka-application-list [list]="list" />
          </section>
        }
      } @else if (session.isKnown()) {
        <div class="ka-stack">
          <p>{{ nl.signIn.text }}</p>
          <p>
            <a class="ka-button" routerLink="/inloggen" [queryParams]="{ terug: '/aanvragen' }">{{
              nl.signIn.button
            }}</a>
          </p>
        </div>
      }
    </div>
  `,
})
export class ApplicationsPage {
  protected readonly session = inject(Session);
  protected readonly nl = nl.list;
  /** For the menu alone: the API looks at each application. */
  protected readonly lists = computed(() => {
    const handles = handling.some((role) => this.session.hasRole(role));
    const applies = actsAsResident(this.session.person());
    return (['waiting', 'own', 'closed'] as const).filter((list) => (list === 'own' ? applies : handles));
  });
  protected readonly movesAnswer = redistributionsResource(() => working.some((role) => this.session.hasRole(role)));
  /** What waits for a person, and what became of it this year. */
  protected readonly moves = computed(() =>
    this.movesAnswer.hasValue() ? this.movesAnswer.value().items.slice(0, 1) : [],
  );

  constructor() {
    inject(Page).named(nl.list.title);
    const drafts = inject(FormDrafts);
    afterNextRender(() => drafts.restore());
  }
}
