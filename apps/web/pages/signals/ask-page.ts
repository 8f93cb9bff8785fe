import { Component, computed, effect, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import type { AskView as Ask } from '@kernagenda/matching/domain';
import { AsksClient, askResource } from '@kernagenda/matching/web/asks';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Page, followRooms, isMissing } from '@kernagenda/shared/web';
import type { Answer } from './answer-form';
import { Answering } from './answering';
import { AskView } from './ask-view';
import { asksNl } from './asks-nl';

/** What somebody's village is asked, reached from a notification. */
@Component({
  selector: 'ka-ask-page',
  imports: [AskView, Empty, Failure, RouterLink, Skeleton],
  providers: [Answering],
  template: `
    <div class="ka-wrap ka-section ka-narrow ka-stack">
      @if (ask(); as one) {
        <h1>{{ nl.title(one.label) }}</h1>
        <ka-ask-view
          [ask]="one"
          [isBusy]="answering.isBusy()"
          [failure]="answering.failure()"
          [isFresh]="answering.isFresh()"
          (sent)="send(one, $event)"
        >
          @if (answering.code() === 'sign_in_required') {
            <p>
              <a class="ka-button" routerLink="/inloggen" [queryParams]="{ terug: url }">{{ nl.signIn }}</a>
            </p>
          }
          @if (one.seesFlag) {
            <p>
              <a class="ka-more-link" routerLink="/signalen" [queryParams]="{ signaal: one.flagId }">{{ nl.toFlag }}</a>
            </p>
          }
        </ka-ask-view>
      } @else if (isMissing()) {
        <h1>{{ nl.page }}</h1>
        <ka-empty [title]="nl.missing" [text]="nl.missingText">
          <a class="ka-button" routerLink="/mijn/meldingen">{{ nl.toNotifications }}</a>
        </ka-empty>
      } @else if (answer.error()) {
        <h1>{{ nl.page }}</h1>
        <ka-failure (retried)="answer.reload()" />
      } @else {
        <h1 class="ka-sr">{{ nl.page }}</h1>
        <ka-skeleton />
      }
    </div>
  `,
})
export class AskPage {
  private readonly client = inject(AsksClient);
  private readonly session = inject(Session);
  protected readonly answering = inject(Answering);
  readonly id = input.required<string>();
  protected readonly nl = asksNl;
  protected readonly url = inject(Router).url;
  protected readonly answer = askResource(() => (this.session.person() ? this.id() : undefined));
  protected readonly ask = this.answering.kept(this.answer);
  protected readonly isMissing = computed(() => isMissing(this.answer));

  constructor() {
    inject(Page).named(asksNl.page);
    const router = inject(Router);
    effect(() => {
      if (!this.session.isKnown() || this.session.person()) return;
      void router.navigate(['/inloggen'], { queryParams: { terug: router.url }, replaceUrl: true });
    });
    followRooms(
      () => {
        const person = this.session.person();
        return person ? [`person:${person.id}` as const] : [];
      },
      (change) => {
        if (!change || change.kind === 'flag') this.answer.reload();
      },
    );
  }

  protected send(ask: Ask, answer: Answer): Promise<void> {
    const { client } = this;
    return this.answering.send(ask, this.answer, () =>
      answer.action === 'accept'
        ? client.accept(ask.id, { onBehalfOf: answer.onBehalfOf })
        : client.decline(ask.id, { onBehalfOf: answer.onBehalfOf, reason: answer.reason, note: answer.note }),
    );
  }
}
