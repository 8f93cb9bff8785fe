import { Component, inject, input, linkedSignal, computed } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BudgetsClient, applicationWords, applicationsResource } from '@kernagenda/budgets/web';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { euroName } from '@kernagenda/shared/web/money';
import { nl } from './nl';

/** One list of applications, a page at a time. */
@Component({
  selector: 'ka-application-list',
  imports: [Failure, RouterLink, Skeleton],
  template: `
    @if (page(); as page) {
      <ul class="ka-register">
        @for (one of page.items; track one.id) {
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
      @if (page.nextCursor; as cursor) {
        <p>
          <button type="button" class="ka-button ka-button--second" (click)="more(cursor)">{{ nl.more }}</button>
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
  protected readonly page = linkedSignal(computed(() => (this.answer.hasValue() ? this.answer.value() : null)));

  protected async more(cursor: string): Promise<void> {
    const next = await this.client.listAfter(this.list(), cursor).catch(() => null);
    if (next) this.page.update((page) => page && { ...next, items: [...page.items, ...next.items] });
  }
}
