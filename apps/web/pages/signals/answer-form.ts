import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, output } from '@angular/core';
import type { AcceptAskInput, DeclineAskInput, SideView } from '@kernagenda/matching/domain';
import { askDeclineReasons, askLimits } from '@kernagenda/matching/domain/board';
import { askDeclineWords } from '@kernagenda/matching/web/asks';
import { Icon } from '@kernagenda/shared/ui';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { type AskDraft, AskDrafts, type AskFaults, noFaults } from './ask-drafts';
import { asksNl } from './asks-nl';

/** A yes, or a no with its reason. */
export type Answer =
  ({ readonly action: 'accept' } & AcceptAskInput) | ({ readonly action: 'decline' } & DeclineAskInput);

/** Says yes or no for one village. What is typed stays until it is sent. */
@Component({
  selector: 'ka-answer-form',
  imports: [Control, ErrorSummary, Field, Icon],
  templateUrl: './answer-form.html',
})
export class AnswerForm {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly drafts = inject(AskDrafts);
  readonly side = input.required<SideView>();
  readonly isBusy = input.required<boolean>();
  /** Why the last attempt to send it failed. */
  readonly failure = input.required<string>();
  readonly sent = output<Answer>();

  protected readonly nl = asksNl.answer;
  protected readonly words = askDeclineWords;
  protected readonly reasons = askDeclineReasons;
  protected readonly draft = computed(() => this.drafts.of(this.side().askId));
  protected readonly faults = computed(() => this.drafts.faultsOf(this.side().askId));
  protected readonly errors = computed(() => {
    const { onBehalfOf, reason, note } = this.faults();
    const { askId } = this.side();
    return [
      { controlId: `ask-whom-${askId}`, message: onBehalfOf },
      { controlId: `ask-reason-${askId}`, message: reason },
      { controlId: `ask-note-${askId}`, message: note },
    ].filter(({ message }) => message !== '');
  });

  constructor() {
    afterNextRender(() => this.drafts.restore());
  }

  protected write(change: Partial<AskDraft>): void {
    this.drafts.write(this.side().askId, change);
  }

  protected choose(value: string): void {
    this.write({ reason: askDeclineReasons.find((reason) => reason === value) ?? '' });
  }

  /** Opens the reasons of a no and goes there, or back. */
  protected toggle(isNo: boolean): void {
    this.tell(noFaults);
    this.write({ isNo });
    const selector = isNo ? 'select' : '[data-no]';
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }

  protected sendYes(): void {
    const onBehalfOf = this.draft().onBehalfOf.trim();
    this.tell({ ...noFaults, onBehalfOf: this.faultOf(onBehalfOf) });
    if (this.errors().length === 0 && !this.isBusy()) this.sent.emit({ action: 'accept', onBehalfOf });
  }

  protected sendNo(event: Event): void {
    event.preventDefault();
    const { reason, ...draft } = this.draft();
    if (!draft.isNo) {
      this.sendYes();
      return;
    }
    const [onBehalfOf, note] = [draft.onBehalfOf.trim(), draft.note.trim()];
    this.tell({
      onBehalfOf: this.faultOf(onBehalfOf),
      reason: reason ? '' : this.nl.errors.reason,
      note: note.length > askLimits.note ? this.nl.errors.note(askLimits.note) : '',
    });
    if (!reason || this.errors().length > 0 || this.isBusy()) return;
    this.sent.emit({ action: 'decline', onBehalfOf, reason, note });
  }

  private tell(faults: AskFaults): void {
    this.drafts.tell(this.side().askId, faults);
  }

  private faultOf(onBehalfOf: string): string {
    if (this.side().answerer !== 'broker') return '';
    if (!onBehalfOf) return this.nl.errors.onBehalfOf;
    return onBehalfOf.length > askLimits.onBehalfOf ? this.nl.errors.long(askLimits.onBehalfOf) : '';
  }
}
