import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { DeclineInput } from '@kernagenda/matching/domain';
import { declineReasons, matchFlagLimits } from '@kernagenda/matching/domain/board';
import { declineWords } from '@kernagenda/matching/web/board';
import { Icon } from '@kernagenda/shared/ui';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { FlagDrafts } from './flag-drafts';
import { nl } from './nl';

const none = { reason: '', note: '' };

/** Why a flag is not right. What is typed stays until it is sent. */
@Component({
  selector: 'ka-decline-form',
  imports: [Control, ErrorSummary, Field, Icon],
  template: `
    <form class="ka-stack ka-flag-form" novalidate (submit)="send($event)">
      <div>
        <h3 id="flag-form" tabindex="-1">{{ nl.decline.title }}</h3>
        <p class="ka-small">{{ nl.decline.lead }}</p>
      </div>
      <ka-error-summary [errors]="errors()" />
      <ka-field controlId="decline-reason" [label]="nl.decline.reason" [error]="faults().reason">
        <select #reason kaControl class="ka-select" name="reason" (change)="choose(reason.value)">
          <option value="" [selected]="!draft().reason"></option>
          @for (one of reasons; track one) {
            <option [value]="one" [selected]="one === draft().reason">{{ words[one] }}</option>
          }
        </select>
      </ka-field>
      <ka-field controlId="decline-note" [label]="nl.decline.note" [hint]="nl.decline.noteHint" [error]="faults().note">
        <textarea
          #note
          kaControl
          class="ka-input ka-textarea--short"
          name="note"
          rows="2"
          [value]="draft().note"
          (input)="drafts.write(flagId(), { note: note.value })"
        ></textarea>
      </ka-field>
      @if (failure()) {
        <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
      }
      <div class="ka-buttons">
        <button type="submit" class="ka-button" [attr.aria-disabled]="isBusy() || null">{{ nl.decline.send }}</button>
        <button type="button" class="ka-button ka-button--quiet" (click)="cancelled.emit()">{{ nl.cancel }}</button>
      </div>
      <p class="ka-small ka-soft">{{ nl.kept }}</p>
    </form>
  `,
})
export class DeclineForm {
  protected readonly drafts = inject(FlagDrafts);
  readonly flagId = input.required<string>();
  readonly isBusy = input.required<boolean>();
  /** Why the last attempt to send it failed. */
  readonly failure = input.required<string>();
  readonly sent = output<DeclineInput>();
  readonly cancelled = output();

  protected readonly nl = nl;
  protected readonly reasons = declineReasons;
  protected readonly words = declineWords;
  protected readonly draft = computed(() => this.drafts.of(this.flagId()));
  protected readonly faults = linkedSignal({ source: this.flagId, computation: () => none });
  protected readonly errors = computed(() =>
    [
      { controlId: 'decline-reason', message: this.faults().reason },
      { controlId: 'decline-note', message: this.faults().note },
    ].filter(({ message }) => message !== ''),
  );

  protected choose(value: string): void {
    this.drafts.write(this.flagId(), { reason: declineReasons.find((reason) => reason === value) ?? '' });
  }

  protected send(event: Event): void {
    event.preventDefault();
    const { reason, note } = this.draft();
    const { errors } = nl.decline;
    const isLong = note.trim().length > matchFlagLimits.note;
    this.faults.set({
      reason: reason ? '' : errors.reason,
      note: isLong ? errors.note(matchFlagLimits.note) : '',
    });
    if (reason && !isLong && !this.isBusy()) this.sent.emit({ reason, note: note.trim() });
  }
}
