import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskView as Ask } from '@kernagenda/matching/domain';
import { AsksClient, askLinkResource } from '@kernagenda/matching/web/asks';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { ApiError, Page } from '@kernagenda/shared/web';
import type { Answer } from './answer-form';
import { Answering } from './answering';
import { AskView } from './ask-view';
import { asksNl } from './asks-nl';

/** Where the button in a mail leads: opening it changes nothing, one button answers. */
@Component({
  selector: 'ka-answer-page',
  imports: [AskView, Empty, Failure, RouterLink, Skeleton],
  providers: [Answering],
  template: `
    <div class="ka-wrap ka-section ka-narrow ka-stack">
      @if (isInvalid()) {
        <h1>{{ nl.page }}</h1>
        <ka-empty [title]="nl.link.invalid" [text]="nl.link.invalidText">
          <a class="ka-button" routerLink="/mijn/meldingen">{{ nl.link.signIn }}</a>
        </ka-empty>
      } @else if (ask(); as one) {
        <h1>{{ nl.title(one.label) }}</h1>
        <ka-ask-view
          [ask]="one"
          [isBusy]="answering.isBusy()"
          [failure]="answering.failure()"
          [isFresh]="answering.isFresh()"
          (sent)="send(one, $event)"
        >
          @if (one.side.allowedActions.length) {
            <p class="ka-small ka-soft">{{ nl.link.note }}</p>
          }
        </ka-ask-view>
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
export class AnswerPage {
  private readonly client = inject(AsksClient);
  protected readonly answering = inject(Answering);
  /** What the link carries, from the address; undefined when it was cut off there. */
  readonly bewijs = input<string>();
  protected readonly nl = asksNl;
  protected readonly answer = askLinkResource(() => this.bewijs());
  protected readonly ask = this.answering.kept(this.answer);
  protected readonly isInvalid = computed(() => {
    const error = this.answer.error();
    const cause = error?.cause ?? error;
    return (
      !this.bewijs() || this.answering.code() === 'invalid_code' || (cause instanceof ApiError && cause.status === 400)
    );
  });

  constructor() {
    inject(Page).named(asksNl.page);
  }

  protected send(ask: Ask, answer: Answer): Promise<void> {
    const [{ client }, token] = [this, this.bewijs() ?? ''];
    return this.answering.send(ask, this.answer, () =>
      answer.action === 'accept'
        ? client.acceptByLink(token, { onBehalfOf: answer.onBehalfOf })
        : client.declineByLink(token, { onBehalfOf: answer.onBehalfOf, reason: answer.reason, note: answer.note }),
    );
  }
}
