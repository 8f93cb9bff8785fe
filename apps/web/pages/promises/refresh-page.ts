import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RefreshLinkView } from '@kernagenda/commitments/domain';
import { CommitmentsClient, refreshLinkResource } from '@kernagenda/commitments/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { ApiError, Page } from '@kernagenda/shared/web';
import { nl } from './nl';

/** Where the mail about an old status leads: opening it changes nothing, one button says that it still is right. */
@Component({
  selector: 'ka-refresh-page',
  imports: [Empty, Failure, Icon, RouterLink, Skeleton],
  template: `
    <div class="ka-wrap ka-section ka-narrow ka-stack">
      <h1>{{ nl.page }}</h1>
      @if (isInvalid()) {
        <ka-empty [title]="nl.invalid" [text]="nl.invalidText">
          <a class="ka-button" routerLink="/inloggen">{{ nl.signIn }}</a>
        </ka-empty>
      } @else if (link(); as asked) {
        <h2>
          <a [routerLink]="['/voorstellen', asked.point.id]">{{ asked.point.title }}</a>
        </h2>
        @if (asked.state === 'open') {
          <p class="ka-lead">{{ nl.lead(asked.village.name, asked.since) }}</p>
          @if (failure()) {
            <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
          }
          <p>
            <button type="button" class="ka-button" [attr.aria-disabled]="isBusy() || null" (click)="confirm()">
              {{ nl.button }}
            </button>
          </p>
          <p class="ka-small ka-soft">{{ nl.note }}</p>
          <p>
            {{ nl.changed }} <a [routerLink]="['/voorstellen', asked.point.id]">{{ nl.toPoint }}</a>
          </p>
        } @else {
          <p class="ka-lead" role="status">{{ nl[asked.state] }}</p>
          <p>
            <a class="ka-button" [routerLink]="['/voorstellen', asked.point.id]">{{ nl.toPoint }}</a>
          </p>
        }
      } @else if (answer.error()) {
        <ka-failure (retried)="answer.reload()" />
      } @else {
        <ka-skeleton />
      }
    </div>
  `,
})
export class RefreshPage {
  private readonly client = inject(CommitmentsClient);
  /** What the link carries, from the address; undefined when it was cut off there. */
  readonly bewijs = input<string>();

  protected readonly nl = nl.refresh;
  protected readonly answer = refreshLinkResource(() => this.bewijs());
  protected readonly link = linkedSignal<RefreshLinkView | null, RefreshLinkView | null>({
    source: () => (this.answer.hasValue() ? this.answer.value() : null),
    computation: (link, previous) => link ?? previous?.value ?? null,
  });
  private readonly isRefused = signal(false);
  protected readonly isInvalid = computed(() => {
    const error = this.answer.error();
    const cause = error?.cause ?? error;
    return !this.bewijs() || this.isRefused() || (cause instanceof ApiError && cause.status === 400);
  });
  protected readonly isBusy = signal(false);
  protected readonly failure = signal('');

  constructor() {
    inject(Page).named(nl.refresh.page);
  }

  protected async confirm(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      this.answer.set(await this.client.confirm(this.bewijs() ?? ''));
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0;
      if (status === 400) this.isRefused.set(true);
      else if (status === 409) this.answer.reload();
      else this.failure.set(nl.refresh.failed);
    } finally {
      this.isBusy.set(false);
    }
  }
}
