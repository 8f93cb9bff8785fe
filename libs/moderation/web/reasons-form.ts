import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import {
  type ReasonedDecision,
  type ReasonsInput,
  houseRules,
  houseRulesNl,
  reasonLimits,
} from '@kernagenda/moderation/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';

import { nl } from './nl';
import { type ReasonsDraft, ReasonsDrafts } from './reasons-drafts';
import { textBlocksResource } from './text-blocks';

interface Faults {
  readonly sentence: string;
  readonly rule: string;
  readonly accepted: string;
}

const none: Faults = { sentence: '', rule: '', accepted: '' };

/** The statement of reasons: which sentence, which rule, what would be accepted. What is typed stays until it is sent. */
@Component({
  selector: 'ka-reasons-form',
  imports: [Control, ErrorSummary, Field, Icon],
  templateUrl: './reasons-form.html',
})
export class ReasonsForm {
  private readonly drafts = inject(ReasonsDrafts);
  readonly proposalId = input.required<string>();
  readonly decision = input.required<ReasonedDecision>();
  /** Sentences of the submission, to point at. */
  readonly sentences = input.required<readonly string[]>();
  readonly isBusy = input(false);
  /** Why the last attempt to send it failed. */
  readonly failure = input('');
  readonly sent = output<ReasonsInput>();
  readonly cancelled = output();

  protected readonly nl = nl.reasons;
  protected readonly rules = houseRules;
  protected readonly ruleWords = houseRulesNl;
  protected readonly draft = computed(() => this.drafts.of(this.proposalId()));
  private readonly blocksAnswer = textBlocksResource();
  protected readonly blocks = computed(() => {
    const { rule } = this.draft();
    const all = this.blocksAnswer.hasValue() ? this.blocksAnswer.value().items : [];
    return all.filter((block) => block.rule === rule && (block.decision ?? this.decision()) === this.decision());
  });
  protected readonly faults = linkedSignal({ source: this.proposalId, computation: () => none });
  protected readonly errors = computed(() => {
    const { sentence, rule, accepted } = this.faults();
    return [
      { controlId: 'reason-sentence', message: sentence },
      { controlId: 'reason-rule', message: rule },
      { controlId: 'reason-accepted', message: accepted },
    ].filter(({ message }) => message !== '');
  });

  protected write(change: Partial<ReasonsDraft>): void {
    this.drafts.write(this.proposalId(), change);
  }

  protected choose(value: string): void {
    this.write({ rule: houseRules.find((rule) => rule === value) ?? '' });
  }

  /** Comes after what was already typed: a text block replaces nothing. */
  protected addBlock(text: string): void {
    const typed = this.draft().wouldBeAccepted.trim();
    this.write({ wouldBeAccepted: typed ? `${typed}\n\n${text}` : text });
  }

  protected send(event: Event): void {
    event.preventDefault();
    const { rule, ...texts } = this.draft();
    const [sentence, wouldBeAccepted] = [texts.sentence.trim(), texts.wouldBeAccepted.trim()];
    this.faults.set(faultsOf(sentence, rule, wouldBeAccepted));
    if (!rule || this.errors().length || this.isBusy()) return;
    this.sent.emit({ sentence, rule, wouldBeAccepted });
  }
}

function faultsOf(sentence: string, rule: string, accepted: string): Faults {
  const { errors } = nl.reasons;
  const { sentence: short, explanation: long } = reasonLimits;
  const isLong = { sentence: sentence.length > short.max, accepted: accepted.length > long.max };
  return {
    sentence: sentence.length < short.min ? errors.sentence : isLong.sentence ? errors.sentenceLong(short.max) : '',
    rule: rule ? '' : errors.rule,
    accepted:
      accepted.length < long.min ? errors.accepted(long.min) : isLong.accepted ? errors.acceptedLong(long.max) : '',
  };
}
