import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BudgetsClient, applicationWords, applicationsResource } from '@kernagenda/budgets/web';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { euroName } from '@kernagenda/shared/web/money';
import { morePages } from '../more-pages';
import { nl } from './nl';

/** One list of applications, a page at a time. */
@Component({
  selector: 'ka-application-list',
  imports: [Failure, RouterLink, Skeleton],
  template: `
    @if (answer.hasValue()) {
      <ul class="ka-register">
        @for (one of pages.items(); track one.id) {
          <li class="ka-point">
            <h3>
              <a [routerLink]="['/aanvragen', one.id]">{{ one.title }}</a>
            </h3>
            <p>
              <strong>{{ words[one.state] }}</strong>, {{ euro(one.grantedCents ?? one.amountCents) }}
            </p>
            <p class="ka-small ka-soft">{{ nl.line(one.village.name, one.reference, one.receivedAt) }}</p>
            @if (one.decideBy; as day) {
              <p [attr.class]="one.isLate ? 'ka-small ka-wait' : 'ka-small ka-soft'">
                {{ one.isLate ? nl.late(day) : nl.by(day) }}
              </p>
            }
          </li>
        } @empty {
          <li>{{ nl.none[list()] }}</li>
        }
      </ul>
      @if (pages.nextCursor(); as cursor) {
        <p>
          <button
            type="button"
            class="ka-button ka-button--second"
            [attr.aria-disabled]="pages.isBusy() || null"
            (click)="pages.more(cursor)"
          >
            {{ nl.more }}
          </button>
        </p>
      }
    } @else if (answer.error()) {
      <ka-failure [title]="nl.failed" (retried)="answer.reload()" />
    } @else {
      <ka-skeleton />
    }
  `,
})
export class ApplicationList {
  private readonly client = inject(BudgetsClient);
  readonly list = input.required<'waiting' | 'closed' | 'own'>();
  protected readonly nl = nl.list;
  protected readonly words = applicationWords;
  protected readonly euro = euroName;
  protected readonly answer = applicationsResource(this.list);
  protected readonly pages = morePages(
    this.answer,
    (cursor) => this.client.listAfter(this.list(), cursor),
    this.nl.moreFailed,
  );
}
