import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { SnoozeInput } from '@kernagenda/matching/domain';
import { matchFlagLimits } from '@kernagenda/matching/domain/board';
import { daysAfter, isDay } from '@kernagenda/shared/domain';
import { Icon } from '@kernagenda/shared/ui';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Clock } from '@kernagenda/shared/web';
import { FlagDrafts } from './flag-drafts';
import { nl } from './nl';

/** Until which day a flag is out of sight. */
@Component({
  selector: 'ka-snooze-form',
  imports: [Control, ErrorSummary, Field, Icon],
  template: `
    <form class="ka-stack ka-flag-form" novalidate (submit)="send($event)">
      <h3 id="flag-form" tabindex="-1">{{ nl.title }}</h3>
      <ka-error-summary [errors]="errors()" />
      <div class="ka-chips" role="group" [attr.aria-label]="nl.quick">
        @for (choice of choices(); track choice.day) {
          <button
            type="button"
            class="ka-chip"
            [attr.aria-pressed]="draft().until === choice.day"
            (click)="drafts.write(flagId(), { until: choice.day })"
          >
            {{ choice.name }}
          </button>
        }
      </div>
      <ka-field controlId="snooze-until" [label]="nl.day" [hint]="nl.hint(limit)" [error]="fault()">
        <input
          #until
          kaControl
          class="ka-input ka-input--day"
          type="date"
          name="until"
          [attr.min]="first()"
          [attr.max]="last()"
          [value]="draft().until"
          (input)="drafts.write(flagId(), { until: until.value })"
        />
      </ka-field>
      @if (failure()) {
        <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
      }
      <div class="ka-buttons">
        <button type="submit" class="ka-button" [attr.aria-disabled]="isBusy() || null">{{ nl.send }}</button>
        <button type="button" class="ka-button ka-button--quiet" (click)="cancelled.emit()">{{ cancel }}</button>
      </div>
    </form>
  `,
})
export class SnoozeForm {
  private readonly clock = inject(Clock);
  protected readonly drafts = inject(FlagDrafts);
  readonly flagId = input.required<string>();
  readonly isBusy = input.required<boolean>();
  /** Why the last attempt to send it failed. */
  readonly failure = input.required<string>();
  readonly sent = output<SnoozeInput>();
  readonly cancelled = output();

  protected readonly nl = nl.snooze;
  protected readonly cancel = nl.cancel;
  protected readonly limit = matchFlagLimits.snoozeDays;
  protected readonly draft = computed(() => this.drafts.of(this.flagId()));
  protected readonly first = computed(() => this.dayIn(1));
  protected readonly last = computed(() => this.dayIn(this.limit));
  protected readonly choices = computed(() =>
    Object.entries(nl.snooze.after).map(([days, name]) => ({ name, day: this.dayIn(Number(days)) })),
  );
  protected readonly fault = linkedSignal({ source: this.flagId, computation: () => '' });
  protected readonly errors = computed(() =>
    this.fault() ? [{ controlId: 'snooze-until', message: this.fault() }] : [],
  );

  protected send(event: Event): void {
    event.preventDefault();
    const { until } = this.draft();
    this.fault.set(this.faultOf(until));
    if (!this.fault() && !this.isBusy()) this.sent.emit({ until });
  }

  private faultOf(day: string): string {
    const { errors } = nl.snooze;
    if (!isDay(day)) return errors.none;
    if (day < this.first()) return errors.early;
    return day > this.last() ? errors.late(this.limit) : '';
  }

  private dayIn(days: number): string {
    return daysAfter(this.clock.now(), days);
  }
}
