import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OpenQuestion, answeringParts } from '@kernagenda/conversations/domain';
import { Session } from '@kernagenda/identity/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { Failure } from '@kernagenda/shared/ui';
import { Clock, apiResource, dateName, followRooms } from '@kernagenda/shared/web';
import { nl as talkNl } from '../nl';
import { nl } from './nl';

/** The questions this person may answer, soonest first; nothing for who answers none. */
@Component({
  selector: 'ka-waiting-questions',
  imports: [Failure, RouterLink],
  template: `
    @if (mayAnswer()) {
      <section class="ka-waiting" aria-labelledby="questions">
        <h2 id="questions">{{ nl.title }}</h2>
        @if (rows().length) {
          <p class="ka-small ka-soft">{{ nl.lead }}</p>
          <ul class="ka-waiting__list">
            @for (row of rows(); track row.question.id) {
              <li>
                <h3>
                  <a [routerLink]="['/voorstellen', row.question.proposalId]" fragment="talk">{{
                    row.question.title
                  }}</a>
                </h3>
                <p class="ka-small ka-soft">{{ row.asked }}</p>
                <p class="ka-prewrap">{{ row.question.body }}</p>
                <p [attr.class]="row.isLate ? 'ka-small ka-wait' : 'ka-small'">{{ row.term }}</p>
              </li>
            }
          </ul>
          @if (answer.value()?.nextCursor) {
            <p class="ka-small">{{ nl.more }}</p>
          }
        } @else if (answer.error()) {
          <ka-failure [title]="nl.failed" (retried)="answer.reload()" />
        } @else if (answer.hasValue()) {
          <p class="ka-soft">{{ nl.none }}</p>
        }
      </section>
    }
  `,
})
export class WaitingQuestions {
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  protected readonly nl = nl;
  protected readonly mayAnswer = computed(() => answeringParts.some((role) => this.session.hasRole(role)));
  protected readonly answer = apiResource<Page<OpenQuestion>>('questions', () =>
    this.mayAnswer() ? '/questions?limit=50' : undefined,
  );
  protected readonly rows = computed(() => {
    const today = amsterdamDay(this.clock.now());
    return (this.answer.hasValue() ? this.answer.value().items : []).map((question) => {
      const isLate = question.dueOn < today;
      const owner = talkNl.ownerOf(question, question.village.name);
      return {
        question,
        isLate,
        asked: nl.asked(question.author ?? talkNl.gone, question.village.name),
        term: (isLate ? talkNl.late : talkNl.due)(owner, dateName(question.dueOn)),
      };
    });
  });

  constructor() {
    followRooms(
      () => {
        const person = this.session.person();
        return person && this.mayAnswer() ? [`person:${person.id}` as const] : [];
      },
      (change) => {
        if (!change || change.kind === 'notifications') this.answer.reload();
      },
    );
  }
}
