import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { AmountInput } from '@kernagenda/matching/domain';
import { Icon } from '@kernagenda/shared/ui';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { type AmountDraft, type AmountFaults, readAmount } from './amount-fields';
import { FlagDrafts } from './flag-drafts';
import { nl } from './nl';

const none: AmountFaults = { least: '', most: '', unit: '', euro: '' };

/** How much a point asks for, as a broker knows it better than the rules that read the text. */
@Component({
  selector: 'ka-amount-form',
  imports: [Control, ErrorSummary, Field, Icon],
  templateUrl: './amount-form.html',
})
export class AmountForm {
  private readonly drafts = inject(FlagDrafts);
  readonly flagId = input.required<string>();
  /** Whether there is a correction to take back. */
  readonly isCorrected = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  /** Why the last attempt to send it failed. */
  readonly failure = input.required<string>();
  /** Null takes the correction back. */
  readonly sent = output<AmountInput | null>();
  readonly cancelled = output();

  protected readonly nl = nl.amount;
  protected readonly cancel = nl.cancel;
  protected readonly draft = computed(() => this.drafts.of(this.flagId()).amount);
  protected readonly faults = linkedSignal({ source: this.flagId, computation: () => none });
  protected readonly errors = computed(() =>
    Object.entries(this.faults())
      .map(([name, message]) => ({ controlId: `amount-${name}`, message: String(message) }))
      .filter(({ message }) => message !== ''),
  );

  protected write(change: Partial<AmountDraft>): void {
    this.drafts.write(this.flagId(), { amount: { ...this.draft(), ...change } });
  }

  protected send(event: Event): void {
    event.preventDefault();
    const { input, faults } = readAmount(this.draft());
    this.faults.set(faults);
    if (input && !this.isBusy()) this.sent.emit(input);
  }
}
