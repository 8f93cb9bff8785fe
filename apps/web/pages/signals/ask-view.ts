import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AskView as Ask, FlagPoint } from '@kernagenda/matching/domain';
import { sentenceWith } from '@kernagenda/matching/domain/marks';
import { sideName } from '@kernagenda/matching/web/asks';
import { Because } from '@kernagenda/matching/web/because';
import { amountName, benefitWords } from '@kernagenda/matching/web/board';
import { AgendaBadge } from '@kernagenda/proposals/web';
import { Bloem } from '@kernagenda/shared/ui';
import { listName } from '@kernagenda/shared/web';
import { type Answer, AnswerForm } from './answer-form';
import { asksNl } from './asks-nl';
import { TogetherLink } from './together-link';

/** What one village is asked: by whom, why, which points, and the answer. */
@Component({
  selector: 'ka-ask-view',
  imports: [AgendaBadge, AnswerForm, Because, Bloem, RouterLink, TogetherLink],
  templateUrl: './ask-view.html',
})
export class AskView {
  readonly ask = input.required<Ask>();
  readonly isBusy = input.required<boolean>();
  readonly failure = input.required<string>();
  /** Whether it was answered here just now. */
  readonly isFresh = input(false);
  readonly sent = output<Answer>();

  protected readonly nl = asksNl;
  protected readonly sideName = sideName;
  protected readonly benefits = benefitWords;
  protected readonly amountName = amountName;
  protected readonly count = computed(() => new Set(this.ask().points.map(({ proposalId }) => proposalId)).size);
  protected readonly lead = computed(() => {
    const { introducedBy, side, points } = this.ask();
    const others = [...new Set(points.map(({ village }) => village.name))].filter((name) => name !== side.village.name);
    return asksNl.lead(introducedBy, side.village.name, listName(others));
  });
  protected readonly asked = computed(() => asksNl.asked[this.ask().side.answerer](this.ask().side.village.name));
  protected readonly isAnswered = computed(() => this.ask().side.state !== 'asked');
  protected readonly outcome = computed(() => asksNl.outcome[this.ask().flagState] ?? '');
  protected readonly isAgreed = computed(() => ['accepted', 'linked'].includes(this.ask().flagState));
  protected readonly thanks = computed(() => {
    const { state } = this.ask().side;
    return this.isFresh() && !this.outcome() && state !== 'asked' ? asksNl.thanks[state] : '';
  });
  /** Each once, with all the villages it stands for; those of the other villages first. */
  protected readonly points = computed(() => {
    const { points, side, reasons } = this.ask();
    const words = reasons.flatMap(({ term, words: said }) => [term, ...said]);
    const first = points.filter((point, at) => points.findIndex((other) => isSame(other, point)) === at);
    const read = first.map((point) => {
      const villages = points.filter((other) => isSame(other, point)).map(({ village }) => village);
      const place = listName(villages.map(({ name }) => name));
      const isOwn = villages.some(({ id }) => id === side.village.id);
      return { ...point, isOwn, place: isOwn ? asksNl.own(place) : place, sentence: sentenceWith(point.body, words) };
    });
    return [...read.filter(({ isOwn }) => !isOwn), ...read.filter(({ isOwn }) => isOwn)];
  });
}

const isSame = (a: FlagPoint, b: FlagPoint): boolean => a.proposalId === b.proposalId;
