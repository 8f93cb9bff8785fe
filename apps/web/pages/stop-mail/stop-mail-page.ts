import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Stoppable, stoppables } from '@kernagenda/notifications/domain';
import { NotificationsClient } from '@kernagenda/notifications/web';
import { ApiError, Page } from '@kernagenda/shared/web';

const nl = {
  page: 'Geen berichten meer',
  ask: {
    point: 'Wilt u geen berichten meer over dit punt?',
    village: 'Wilt u geen berichten meer over dit dorp?',
    circle: 'Wilt u geen berichten meer over wat er rond deze plek gebeurt?',
    theme: 'Wilt u geen berichten meer over dit onderwerp?',
    all: 'Wilt u geen mail meer over punten, dorpen en gesprekken?',
  } satisfies Record<Stoppable, string>,
  note: 'U hoeft niet in te loggen.',
  stop: 'Ja, stop',
  stopped: {
    point: 'U krijgt geen berichten meer over dit punt.',
    village: 'U krijgt geen berichten meer over dit dorp.',
    circle: 'U krijgt geen berichten meer over wat er rond deze plek gebeurt.',
    theme: 'U krijgt geen berichten meer over dit onderwerp.',
    all: 'U krijgt geen mail meer. Op de site ziet u nog wel wat er gebeurt.',
  } satisfies Record<Stoppable, string>,
  undo: 'Zet weer aan',
  undone: 'Het staat weer aan.',
  invalid: 'Deze link werkt niet meer. Log in om te kiezen waarover u bericht krijgt.',
  choose: 'Kies wat u volgt',
  failed: 'Dit lukte niet. Probeer het over een minuut opnieuw.',
};

/** Where a link in a mail leads: opening it changes nothing, one button does. It shows nothing of anybody. */
@Component({
  selector: 'ka-stop-mail-page',
  imports: [RouterLink],
  template: `
    <div class="ka-wrap ka-section ka-narrow ka-stack">
      <h1>{{ nl.page }}</h1>
      <div role="status" class="ka-stack">
        @switch (state()) {
          @case ('asking') {
            <p class="ka-lead">{{ nl.ask[what()] }}</p>
            <p class="ka-soft">{{ nl.note }}</p>
          }
          @case ('stopped') {
            <p class="ka-lead">{{ nl.stopped[what()] }}</p>
          }
          @case ('undone') {
            <p class="ka-lead">{{ nl.undone }}</p>
          }
          @case ('invalid') {
            <p class="ka-lead">{{ nl.invalid }}</p>
          }
        }
        @if (hasFailed()) {
          <p>{{ nl.failed }}</p>
        }
      </div>
      <p>
        @if (state() === 'invalid') {
          <a class="ka-button" routerLink="/mijn/volgen">{{ nl.choose }}</a>
        } @else if (state() === 'stopped') {
          <button type="button" class="ka-button ka-button--second" [disabled]="isBusy()" (click)="set(false)">
            {{ nl.undo }}
          </button>
        } @else {
          <button type="button" class="ka-button" [disabled]="isBusy()" (click)="set(true)">{{ nl.stop }}</button>
        }
      </p>
    </div>
  `,
})
export class StopMailPage {
  private readonly client = inject(NotificationsClient);
  /** What the link carries, from the address; undefined when it was cut off there. */
  readonly bewijs = input<string>();
  protected readonly nl = nl;
  /** The first word says what it stops; whether it is genuine the API decides. */
  private readonly carried = computed(() => stoppables.find((what) => this.bewijs()?.startsWith(`${what}.`)));
  protected readonly what = computed(() => this.carried() ?? 'point');
  protected readonly state = linkedSignal<'asking' | 'stopped' | 'undone' | 'invalid'>(() =>
    this.carried() ? 'asking' : 'invalid',
  );
  protected readonly isBusy = signal(false);
  protected readonly hasFailed = signal(false);

  constructor() {
    inject(Page).named(nl.page);
  }

  protected async set(isStopped: boolean): Promise<void> {
    this.isBusy.set(true);
    this.hasFailed.set(false);
    try {
      const token = this.bewijs() ?? '';
      await (isStopped ? this.client.stopMail(token) : this.client.undoStopMail(token));
      this.state.set(isStopped ? 'stopped' : 'undone');
    } catch (error) {
      if (error instanceof ApiError && error.status === 400) this.state.set('invalid');
      else this.hasFailed.set(true);
    }
    this.isBusy.set(false);
  }
}
