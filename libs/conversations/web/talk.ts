import { isPlatformBrowser } from '@angular/common';
import { Component, PLATFORM_ID, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CommentView } from '@kernagenda/conversations/domain';
import { Session } from '@kernagenda/identity/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Failure, Icon } from '@kernagenda/shared/ui';
import { Clock, Page, PartOutlet, dateName, followRooms } from '@kernagenda/shared/web';
import { talkResource } from './conversations-client';
import { nl } from './nl';

/** What people say on a point, oldest first. Forms and buttons are loaded apart, for who may use them. */
@Component({
  selector: 'ka-talk',
  imports: [Failure, Icon, PartOutlet, RouterLink],
  templateUrl: './talk.html',
})
export class Talk {
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  private readonly isBrowser = isPlatformBrowser(inject(PLATFORM_ID));
  readonly proposalId = input.required<string>();
  readonly village = input.required<string>();

  protected readonly page = inject(Page);
  protected readonly nl = nl;
  protected readonly dateName = dateName;
  protected readonly icons = { reaction: 'speech', question: 'question', help: 'hand' } as const;
  protected readonly pages = linkedSignal({ source: this.proposalId, computation: () => 1 });
  protected readonly answer = talkResource(() => ({ proposalId: this.proposalId(), pages: this.pages() }));
  /** The last that was heard: loading again, or a failing connection, takes nothing from the screen. */
  protected readonly talk = linkedSignal<
    { readonly id: string; readonly talk: ReturnType<Talk['heard']> },
    ReturnType<Talk['heard']>
  >({
    source: () => ({ id: this.proposalId(), talk: this.heard() }),
    computation: ({ id, talk }, previous) => talk ?? (previous?.source.id === id ? previous.value : null),
  });
  protected readonly asksToSignIn = computed(() => !this.session.person() && !!this.talk());
  private readonly mayAct = computed(
    () => !!this.talk()?.mayComment || !!this.talk()?.items.some(({ allowedActions }) => allowedActions.length),
  );
  /** Once there, forms stay for as long as this point is open: words may stand in them. */
  private readonly acts = linkedSignal<boolean, true | undefined>({
    source: this.mayAct,
    computation: (mayAct, previous) => (mayAct || previous?.value ? true : undefined),
  });
  /** Never drawn by the server: what is chosen in a form before the page is awake would be lost. */
  protected readonly parts = resource({
    params: () => (this.isBrowser ? this.acts() : undefined),
    loader: () => import('./talk-parts'),
  });
  protected readonly part = computed(() => (this.parts.hasValue() ? this.parts.value() : null));
  protected readonly reload = (): void => void this.answer.reload();

  constructor() {
    followRooms(
      () => [`proposal:${this.proposalId()}`],
      (change) => {
        if (!change || change.kind === 'comments') this.answer.reload();
      },
    );
  }

  protected isLate({ question, state }: CommentView): boolean {
    return state === 'open' && !!question && question.dueOn < amsterdamDay(this.clock.now());
  }

  private heard() {
    return this.answer.hasValue() ? this.answer.value() : null;
  }
}
