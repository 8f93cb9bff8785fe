import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ClaimView } from '@kernagenda/intake/domain';
import { IntakeClient, claimResource } from '@kernagenda/intake/web';
import { Session } from '@kernagenda/identity/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { ApiError, Page } from '@kernagenda/shared/web';
import { nl } from './nl';

const failures: Readonly<Record<number, string>> = { 401: nl.claim.signedOut, 403: nl.claim.otherAddress };

/** Where the mail about a wish leads that was written down: opening it changes nothing; it is theirs, or not. */
@Component({
  selector: 'ka-claim-page',
  imports: [Empty, Failure, Icon, RouterLink, Skeleton],
  template: `
    <div class="ka-wrap ka-section ka-narrow ka-stack">
      <h1>{{ nl.page }}</h1>
      @if (isInvalid()) {
        <ka-empty [title]="nl.invalid" [text]="nl.invalidText">
          <a class="ka-button" routerLink="/">{{ nl.home }}</a>
        </ka-empty>
      } @else if (wish(); as wish) {
        @if (wish.state === 'open') {
          <blockquote class="ka-note ka-stack ka-stack--near">
            <h2>{{ wish.title }}</h2>
            @if (wish.body) {
              <p class="ka-prewrap">{{ wish.body }}</p>
            }
            <p class="ka-small ka-soft">{{ nl.lead(wish.village.name, wish.enteredFrom, wish.at) }}</p>
          </blockquote>
          <p>{{ nl.what }}</p>
          @if (failure()) {
            <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
          }
          <div class="ka-buttons">
            @if (session.person() && !isSignedOut()) {
              <button type="button" class="ka-button" [attr.aria-disabled]="isBusy() || null" (click)="use('claim')">
                {{ nl.take }}
              </button>
            } @else {
              <a class="ka-button" routerLink="/inloggen" [queryParams]="{ terug: here() }">{{ nl.signIn }}</a>
            }
            <button
              type="button"
              class="ka-button ka-button--quiet"
              [attr.aria-disabled]="isBusy() || null"
              (click)="use('leave')"
            >
              {{ nl.leave }}
            </button>
          </div>
          @if (!session.person() || isSignedOut()) {
            <p class="ka-small ka-soft">{{ nl.signInHint }}</p>
          }
        } @else {
          <p class="ka-lead" tabindex="-1" data-outcome>{{ nl[wish.state] }}</p>
          <p>
            @if (wish.state === 'claimed') {
              <a class="ka-button" [routerLink]="['/voorstellen', wish.proposalId]">{{ nl.toPoint }}</a>
            } @else {
              <a class="ka-button" routerLink="/">{{ nl.home }}</a>
            }
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
export class ClaimPage {
  private readonly client = inject(IntakeClient);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly session = inject(Session);
  /** What the link carries, from the address; undefined when it was cut off there. */
  readonly bewijs = input<string>();

  protected readonly nl = nl.claim;
  protected readonly here = computed(() => `/mijn-wens?bewijs=${encodeURIComponent(this.bewijs() ?? '')}`);
  protected readonly answer = claimResource(() => this.bewijs());
  protected readonly wish = linkedSignal<ClaimView | null, ClaimView | null>({
    source: () => (this.answer.hasValue() ? this.answer.value() : null),
    computation: (wish, previous) => wish ?? previous?.value ?? null,
  });
  private readonly isRefused = signal(false);
  protected readonly isSignedOut = signal(false);
  protected readonly isInvalid = computed(() => {
    const error = this.answer.error();
    const cause = error?.cause ?? error;
    return !this.bewijs() || this.isRefused() || (cause instanceof ApiError && cause.status === 400);
  });
  protected readonly isBusy = signal(false);
  protected readonly failure = signal('');

  constructor() {
    inject(Page).named(nl.claim.page);
  }

  protected async use(what: 'claim' | 'leave'): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      this.answer.set(await this.client[what](this.bewijs() ?? ''));
      this.showOutcome();
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0;
      if (status === 400) this.isRefused.set(true);
      this.isSignedOut.set(status === 401);
      this.failure.set(failures[status] ?? nl.claim.failed);
    } finally {
      this.isBusy.set(false);
    }
  }

  /** The buttons are gone: what became of it is read out, and the keyboard goes on from there. */
  private showOutcome(): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>('[data-outcome]')?.focus();
    afterNextRender(focus, { injector: this.injector });
  }
}
