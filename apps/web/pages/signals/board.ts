import { DOCUMENT, DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import type {
  AmountInput,
  DeclineInput,
  MatchFlagAction,
  MatchFlagView,
  SideView,
  SnoozeInput,
} from '@kernagenda/matching/domain';
import { benefits } from '@kernagenda/matching/domain/board';
import { AsksClient } from '@kernagenda/matching/web/asks';
import { BoardClient, boardResource, flagResource } from '@kernagenda/matching/web/board';
import { themes } from '@kernagenda/proposals/domain';
import { ApiError, Notices, followRooms, isMissing } from '@kernagenda/shared/web';
import type { Answer } from './answer-form';
import { AskDrafts } from './ask-drafts';
import { FlagDrafts } from './flag-drafts';
import { nl } from './nl';

/** The lists of the board; what was accepted goes on as a collaboration. */
export const boardStates = ['suggested', 'introduced', 'snoozed', 'declined'] as const;
const burstMs = 100;

/** Flags as the server tells them, the one that is read, and what is done with it. */
@Injectable()
export class Board {
  private readonly client = inject(BoardClient);
  private readonly session = inject(Session);
  private readonly asks = inject(AsksClient);
  private readonly drafts = inject(FlagDrafts);
  private readonly askDrafts = inject(AskDrafts);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);

  private readonly isStaff = computed(() =>
    (['broker', 'official', 'alderman'] as const).some((role) => this.session.hasRole(role)),
  );
  readonly mayRead = computed(
    () => this.isStaff() || this.session.hasRole('secretary') || this.session.hasRole('group_member'),
  );
  /** The list that is shown first: what waits for brokers, or for the groups of villages. */
  readonly firstState = computed(() => (this.isStaff() ? 'suggested' : 'introduced'));
  readonly filter = computed(() => ({
    state: this.oneOf(boardStates, 'stand') ?? this.firstState(),
    village: /^[a-z0-9-]{1,60}$/.exec(this.query()?.get('kern') ?? '')?.[0],
    theme: this.oneOf(themes, 'thema'),
    benefit: this.oneOf(benefits, 'voordeel'),
  }));
  readonly isFiltered = computed(() => {
    const { village, theme, benefit } = this.filter();
    return !!(village ?? theme ?? benefit);
  });
  readonly answer = boardResource(() => (this.mayRead() ? this.filter() : undefined));
  private readonly page = computed(() => (this.answer.hasValue() ? this.answer.value() : null));

  /** The last list that was heard of: a failing connection takes nothing from the screen. */
  readonly items = linkedSignal<ReturnType<typeof this.page>, readonly MatchFlagView[]>({
    source: this.page,
    computation: (page, previous) => page?.items ?? previous?.value ?? [],
  });
  readonly isLoaded = linkedSignal<unknown, boolean>({
    source: this.page,
    computation: (page, previous) => page !== null || previous?.value === true,
  });
  readonly judged = linkedSignal<ReturnType<typeof this.page>, { readonly right: number; readonly wrong: number }>({
    source: this.page,
    computation: (page, previous) => page?.judged ?? previous?.value ?? { right: 0, wrong: 0 },
  });
  readonly hasMore = computed(() => (this.page()?.nextCursor ?? null) !== null);

  /** Id of the flag that was opened; null on the list alone. */
  readonly openedId = computed(() => this.query()?.get('signaal') ?? null);
  private readonly listed = computed(() => this.items().find(({ id }) => id === this.openedId()) ?? null);
  private readonly aloneAnswer = flagResource(() => {
    const id = this.openedId();
    return id && this.mayRead() && this.isLoaded() && !this.listed() ? id : undefined;
  });
  private readonly alone = computed(() => (this.aloneAnswer.hasValue() ? this.aloneAnswer.value() : null));
  /** Not in this list any more, or never: it is shown all the same, with what holds for it now. */
  readonly opened = linkedSignal<
    { readonly id: string | null; readonly flag: MatchFlagView | null },
    MatchFlagView | null
  >({
    source: () => ({ id: this.openedId(), flag: this.listed() ?? this.alone() }),
    computation: ({ id, flag }, previous) =>
      flag?.id === id ? flag : previous?.value && previous.value.id === id && !this.isGone() ? previous.value : null,
  });
  readonly isGone = computed(() => !!this.openedId() && !this.listed() && isMissing(this.aloneAnswer));
  /** Without a choice the first; what comes above it later does not take its place under who is reading. */
  private readonly firstId = linkedSignal<readonly MatchFlagView[], string | null>({
    source: this.items,
    computation: (items, previous) => (items.find(({ id }) => id === previous?.value) ?? items[0])?.id ?? null,
  });
  readonly shownId = computed(() => this.openedId() ?? this.firstId());
  /** What the wide screen shows. */
  readonly shown = computed(() =>
    this.openedId() ? this.opened() : (this.items().find(({ id }) => id === this.firstId()) ?? null),
  );

  readonly isBusy = signal(false);
  readonly failure = linkedSignal({ source: this.shownId, computation: () => '' });
  readonly needsSignIn = linkedSignal({ source: this.shownId, computation: () => false });

  constructor() {
    const window = this.window;
    let soon = 0;
    followRooms(
      () => {
        const person = this.session.person();
        return person && this.mayRead() ? ['public', `person:${person.id}`] : [];
      },
      (change) => {
        if (change && change.kind !== 'matches' && change.kind !== 'flag') return;
        window?.clearTimeout(soon);
        soon = window?.setTimeout(() => this.reload(), burstMs) ?? 0;
      },
    );
    inject(DestroyRef).onDestroy(() => window?.clearTimeout(soon));
  }

  async open(id: string | null): Promise<void> {
    await this.router.navigate([], { queryParams: { signaal: id }, queryParamsHandling: 'merge' });
  }

  /** Another list or another part of it; what was opened may not be in it. */
  async choose(change: Readonly<Record<string, string | null>>): Promise<void> {
    const queryParams = { ...change, signaal: null };
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  reload(): void {
    this.answer.reload();
    if (this.aloneAnswer.status() !== 'idle') this.aloneAnswer.reload();
  }

  may(action: MatchFlagAction): boolean {
    return this.shown()?.allowedActions.includes(action) ?? false;
  }

  /** Says that the flag is right; it stays in the list. */
  confirm(): Promise<boolean> {
    return this.act('confirm', async (flag) => {
      const after = await this.client.confirm(flag);
      this.items.update((items) => items.map((item) => (item.id === after.id ? after : item)));
      this.notices.show({ message: nl.done.confirm(flag.label) });
    });
  }

  snooze(input: SnoozeInput): Promise<boolean> {
    return this.act('snooze', async (flag) => {
      const after = await this.client.snooze(flag, input);
      const undo = (): void => void this.takeBack(after, 'wake');
      this.notices.show({ message: nl.done.snooze(flag.label, input.until), undo });
      await this.leave(flag.id);
    });
  }

  decline(input: DeclineInput): Promise<boolean> {
    return this.act('decline', async (flag) => {
      const after = await this.client.decline(flag, input);
      const undo = (): void => void this.takeBack(after, 'reopen');
      this.notices.show({ message: nl.done.decline(flag.label), undo });
      await this.leave(flag.id);
    });
  }

  /** Asks all villages of the flag; they hear of it after ten seconds, and till then it can be taken back. */
  introduce(): Promise<boolean> {
    return this.act('introduce', async (flag) => {
      const after = await this.client.introduce(flag);
      const undo = (): void => void this.takeBack(after, 'undoIntroduction');
      this.notices.show({ message: nl.done.introduce(flag.label), undo });
      await this.open(flag.id);
    });
  }

  /** Goes on with the villages that said yes. */
  proceed(): Promise<boolean> {
    return this.act('proceed', async (flag) => {
      await this.client.proceed(flag);
      this.notices.show({ message: nl.done.proceed(flag.label) });
      await this.open(flag.id);
    });
  }

  /** Says yes or no for a village. */
  async answerFor({ askId, village }: SideView, answer: Answer): Promise<boolean> {
    const flag = this.shown();
    if (!flag || this.isBusy()) return false;
    await this.open(flag.id);
    const isDone = await this.attempt(async () => {
      const { onBehalfOf } = answer;
      if (answer.action === 'accept') await this.asks.accept(askId, { onBehalfOf });
      else await this.asks.decline(askId, { onBehalfOf, reason: answer.reason, note: answer.note });
      this.askDrafts.forget(askId);
      this.notices.show({ message: nl.done.answered(village.name) });
    });
    this.reload();
    return isDone;
  }

  /** Back to what waits, from another list. */
  putBack(action: 'wake' | 'reopen'): Promise<boolean> {
    return this.act(action, async (flag) => {
      await this.client[action](flag);
      this.notices.show({ message: nl.done[action](flag.label) });
      if (this.items().some(({ id }) => id === flag.id)) await this.leave(flag.id);
    });
  }

  correctAmount(proposalId: string, input: AmountInput | null): Promise<boolean> {
    return this.act('correct_amount', async (flag) => {
      if (input) await this.client.correctAmount(flag, proposalId, input);
      else await this.client.forgetAmount(flag, proposalId);
      this.notices.show({ message: input ? nl.done.amount : nl.done.amountForgotten });
    });
  }

  /** Undo: the flag is opened again, with what was written for it. */
  private async takeBack(flag: MatchFlagView, action: 'wake' | 'reopen' | 'undoIntroduction'): Promise<void> {
    await this.choose({ stand: null });
    const isDone = await this.attempt(async () => {
      const after = await this.client[action](flag);
      this.items.update((items) => [after, ...items.filter(({ id }) => id !== after.id)]);
    });
    if (isDone) await this.open(flag.id);
    this.reload();
  }

  private async act(action: MatchFlagAction, work: (flag: MatchFlagView) => Promise<void>): Promise<boolean> {
    const flag = this.shown();
    if (!flag || this.isBusy() || !flag.allowedActions.includes(action)) return false;
    const isDone = await this.attempt(() => work(flag));
    if (isDone) this.drafts.close(flag.id);
    this.reload();
    return isDone;
  }

  private async leave(id: string): Promise<void> {
    const ids = this.items().map((item) => item.id);
    const at = ids.indexOf(id);
    this.items.update((items) => items.filter((item) => item.id !== id));
    if (this.openedId()) await this.open(ids[at + 1] ?? ids[at - 1] ?? null);
  }

  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.isBusy.set(true);
    this.failure.set('');
    this.needsSignIn.set(false);
    try {
      await work();
      return true;
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      this.failure.set(nl.failures[code] ?? nl.actFailed);
      this.needsSignIn.set(code === 'sign_in_required');
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  private oneOf<Value extends string>(values: readonly Value[], name: string): Value | undefined {
    const asked = this.query()?.get(name);
    return values.find((value) => value === asked);
  }
}
