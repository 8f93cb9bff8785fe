import { Component, DOCUMENT, computed, inject, input, output, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SimilarInput } from '@kernagenda/matching/domain';
import { MatchingClient } from '@kernagenda/matching/web';
import {
  type Decision,
  type HouseRule,
  type QueueItem,
  type ReasonsInput,
  houseRules,
  reasonLimits,
} from '@kernagenda/moderation/domain';
import { houseRuleWords } from '@kernagenda/moderation/web';
import { AgendaBadge, ModerationBadge } from '@kernagenda/proposals/web';
import { Bloem, Control, ErrorSummary, Field, Icon } from '@kernagenda/shared/ui';
import { dateName, listName, timeName } from '@kernagenda/shared/web';
import { nl } from './nl';

export interface Decided {
  readonly decision: Decision;
  readonly reasons?: ReasonsInput;
}

/** One submission to read: the text, what it resembles, and the decision with its reasons. */
@Component({
  selector: 'ka-reading-pane',
  imports: [AgendaBadge, Bloem, Control, ErrorSummary, Field, Icon, ModerationBadge, RouterLink],
  templateUrl: './reading-pane.html',
  host: { class: 'ka-stack ka-stack--pane', '(document:keydown)': 'onKey($event)' },
})
export class ReadingPane {
  private readonly matching = inject(MatchingClient);
  private readonly isBrowser = !!inject(DOCUMENT).defaultView;
  readonly item = input.required<QueueItem>();
  readonly hasKeys = input.required<boolean>();
  readonly decided = output<Decided>();

  protected readonly nl = nl;
  protected readonly rules = houseRules;
  protected readonly ruleWords = houseRuleWords;
  /** The decision that still needs reasons. */
  protected readonly asking = signal<'request_changes' | 'refuse' | null>(null);
  protected readonly sentenceError = signal('');
  protected readonly acceptedError = signal('');
  protected readonly errors = computed(() => [
    ...(this.sentenceError() ? [{ controlId: 'sentence', message: this.sentenceError() }] : []),
    ...(this.acceptedError() ? [{ controlId: 'accepted', message: this.acceptedError() }] : []),
  ]);
  protected readonly sentBy = computed(() => {
    const { author, village, submittedAt } = this.item();
    return nl.by(author, village.name, `${dateName(submittedAt)}, ${timeName(submittedAt)}`);
  });

  private readonly similarAnswer = resource({
    params: (): SimilarInput | undefined => {
      const { village, title, body } = this.item();
      return this.isBrowser ? { villageId: village.id, title, body } : undefined;
    },
    loader: ({ params }) => this.matching.similar(params),
  });
  protected readonly similar = computed(() =>
    this.similarAnswer.hasValue() ? this.similarAnswer.value().elsewhere : [],
  );
  protected readonly samenTitle = computed(() => {
    const names = [...new Set(this.similar().map(({ village }) => village.name))];
    const [only, ...others] = names;
    return only && others.length === 0 ? nl.samen.one(only) : nl.samen.title(listName(names));
  });

  protected ask(decision: 'request_changes' | 'refuse'): void {
    this.sentenceError.set('');
    this.acceptedError.set('');
    this.asking.set(decision);
  }

  protected send(event: Event, sentence: string, rule: string, wouldBeAccepted: string): void {
    event.preventDefault();
    const decision = this.asking();
    const { sentence: about, explanation } = reasonLimits;
    this.sentenceError.set(sentence.trim().length < about.min ? nl.reasons.sentenceError(about.min) : '');
    this.acceptedError.set(
      wouldBeAccepted.trim().length < explanation.min ? nl.reasons.acceptedError(explanation.min) : '',
    );
    if (!decision || this.errors().length) return;
    const reasons = { sentence: sentence.trim(), rule: rule as HouseRule, wouldBeAccepted: wouldBeAccepted.trim() };
    this.decided.emit({ decision, reasons });
  }

  protected onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const isFree = !target.matches('input, textarea, select') && !!target.closest('.ka-desk');
    if (!this.hasKeys() || !isFree || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '1') this.decided.emit({ decision: 'approve' });
    if (event.key === '2') this.ask('request_changes');
    if (event.key === '3') this.ask('refuse');
  }
}
