import { Component, ElementRef, Injector, afterNextRender, computed, inject, input, linkedSignal } from '@angular/core';
import type { AskState, MatchFlagView, SideView } from '@kernagenda/matching/domain';
import { sideName } from '@kernagenda/matching/web/asks';
import { Icon, type IconName } from '@kernagenda/shared/ui';
import { listName } from '@kernagenda/shared/web';
import { type Answer, AnswerForm } from './answer-form';
import { Board } from './board';
import { nl } from './nl';

/** What each village of an introduced flag was asked and said, and answering for one. */
@Component({
  selector: 'ka-flag-sides',
  imports: [AnswerForm, Icon],
  templateUrl: './flag-sides.html',
})
export class FlagSides {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly board = inject(Board);
  readonly flag = input.required<MatchFlagView>();

  protected readonly nl = nl;
  protected readonly sideName = sideName;
  protected readonly icons: Readonly<Record<AskState, IconName>> = {
    asked: 'clock',
    accepted: 'check',
    declined: 'hand',
  };
  private readonly own = computed(() => this.flag().sides.filter(({ allowedActions }) => allowedActions.length > 0));
  /** Whose answer is open: the only one this person gives, or the one that was chosen. */
  protected readonly openId = linkedSignal<string, string | null>({
    source: () =>
      this.own()
        .map(({ askId }) => askId)
        .join(),
    computation: () => (this.own().length === 1 ? (this.own()[0]?.askId ?? null) : null),
  });
  /** What this person answers for first. */
  protected readonly sides = computed(() => {
    const own = this.own();
    return [...own, ...this.flag().sides.filter((side) => !own.includes(side))];
  });
  protected readonly introduced = computed(() => {
    const { introduced } = this.flag();
    return introduced ? nl.sides.introduced(introduced.by, introduced.at) : '';
  });
  protected readonly late = computed(() => {
    const waiting = this.flag().sides.filter(({ state }) => state === 'asked');
    return listName(waiting.map(({ village }) => village.name));
  });

  protected open({ askId }: SideView): void {
    this.openId.set(askId);
    this.focus('ka-answer-form input, ka-answer-form button');
  }

  protected async answer(side: SideView, answer: Answer): Promise<void> {
    if (await this.board.answerFor(side, answer)) this.focus('#flag-sides');
  }

  protected async proceed(): Promise<void> {
    if (await this.board.proceed()) this.focus('#flag-sides');
  }

  private focus(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
