import { Component, computed, inject } from '@angular/core';
import type { DemoMailView } from '@kernagenda/identity/domain';
import type { Page as PageOf } from '@kernagenda/shared/domain';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Page, apiResource, dateName, isMissing, timeName } from '@kernagenda/shared/web';
import { NotFoundPage } from '../not-found/not-found-page';

const nl = {
  page: 'Post van de demonstratie',
  lead: 'In de demonstratie gaat er geen mail naar buiten. Wat verstuurd zou zijn, leest u hier.',
  empty: 'Er is nog geen post.',
  to: (address: string, at: string) => `Aan ${address}, ${at}`,
  refresh: 'Kijk of er nieuwe post is',
};

/** The words of a mail and its links; of those without what makes them long. */
function piecesOf(text: string): readonly { readonly text: string; readonly href: string }[] {
  return text.split(/(https?:\/\/\S+)/).map((piece, index) => {
    if (index % 2 === 0) return { text: piece, href: '' };
    const { host, pathname } = new URL(piece);
    return { text: host + pathname, href: piece };
  });
}

/** Mail that would have been sent; only in the demo. */
@Component({
  selector: 'ka-demo-mail-page',
  imports: [Failure, NotFoundPage, Skeleton],
  template: `
    @if (isMissing()) {
      <ka-not-found-page />
    } @else {
      <div class="ka-wrap ka-section ka-narrow ka-stack">
        <h1>{{ nl.page }}</h1>
        <p class="ka-lead">{{ nl.lead }}</p>
        <button type="button" class="ka-button ka-button--second ka-button--small" (click)="answer.reload()">
          {{ nl.refresh }}
        </button>
        @if (answer.hasValue()) {
          <ul class="ka-register ka-mail">
            @for (mail of mails(); track mail.id) {
              <li class="ka-point">
                <h2>{{ mail.subject }}</h2>
                <p class="ka-soft ka-small">{{ nl.to(mail.to, mail.at) }}</p>
                <p class="ka-prewrap">
                  @for (piece of mail.pieces; track $index) {
                    @if (piece.href) {
                      <a [attr.href]="piece.href">{{ piece.text }}</a>
                    } @else {
                      <span>{{ piece.text }}</span>
                    }
                  }
                </p>
              </li>
            } @empty {
              <li>{{ nl.empty }}</li>
            }
          </ul>
        } @else if (answer.error()) {
          <ka-failure (retried)="answer.reload()" />
        } @else {
          <ka-skeleton />
        }
      </div>
    }
  `,
})
export class DemoMailPage {
  protected readonly nl = nl;
  protected readonly answer = apiResource<PageOf<DemoMailView>>('demo-mail', () => '/demo/mail');
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly mails = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).map((mail) => ({
      ...mail,
      at: `${dateName(mail.sentAt)}, ${timeName(mail.sentAt)}`,
      pieces: piecesOf(mail.text),
    })),
  );

  constructor() {
    inject(Page).named(nl.page);
  }
}
