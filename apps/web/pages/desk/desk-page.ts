import { Component, Injector, afterNextRender, computed, effect, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { PromiseWork } from '@kernagenda/commitments/domain';
import { promiseWorkResource } from '@kernagenda/commitments/web';
import { PromiseWorkList } from '@kernagenda/commitments/web/work';
import { WaitingQuestions } from '@kernagenda/conversations/web/questions';
import { Session } from '@kernagenda/identity/web';
import type { MatchFlagView } from '@kernagenda/matching/domain';
import type { Decision } from '@kernagenda/moderation/domain';
import { DeskQueue, ReasonsDrafts, UndoToast, termOf } from '@kernagenda/moderation/web';
import type { Page as PageOf } from '@kernagenda/shared/domain';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Live, Page, apiResource, timeName } from '@kernagenda/shared/web';
import { Desk } from './desk';
import { DeskBudgets } from './desk-budgets';
import { DeskFlags } from './desk-flags';
import { nl } from './nl';
import { QueueMatches } from './queue-matches';
import { ReadingPane } from './reading-pane';

const hourFormat = new Intl.DateTimeFormat('nl-NL', {
  timeZone: 'Europe/Amsterdam',
  hour: 'numeric',
  hourCycle: 'h23',
});

/** The broker's desk: what comes first, one queue over the villages, and the text that is being read. */
@Component({
  selector: 'ka-desk-page',
  imports: [
    DeskBudgets,
    DeskFlags,
    DeskQueue,
    Empty,
    Failure,
    Icon,
    PromiseWorkList,
    ReadingPane,
    RouterLink,
    Skeleton,
    UndoToast,
    WaitingQuestions,
  ],
  providers: [Desk, QueueMatches],
  templateUrl: './desk-page.html',
})
export class DeskPage {
  private readonly injector = inject(Injector);
  private readonly drafts = inject(ReasonsDrafts);
  private readonly live = inject(Live);
  protected readonly session = inject(Session);
  protected readonly desk = inject(Desk);
  protected readonly matches = inject(QueueMatches);
  // They tell who they are: a query for children would weigh on every page.
  protected readonly queue = signal<DeskQueue | null>(null);
  protected readonly pane = signal<ReadingPane | null>(null);

  protected readonly nl = nl;
  protected readonly flagsAnswer = apiResource<PageOf<MatchFlagView>>('flags', () =>
    this.desk.isBroker() ? '/match-flags?limit=100' : undefined,
  );
  protected readonly flags = computed(() => (this.flagsAnswer.hasValue() ? this.flagsAnswer.value().items : []));
  protected readonly title = computed(() => nl.title(Number(hourFormat.format(this.desk.now()))));
  protected readonly connection = computed(() => {
    const state = this.live.state();
    const time = timeName(this.desk.updatedAt());
    if (state === 'connected') return { text: nl.live.connected(time), tone: 'ka-live' };
    return state === 'lost'
      ? { text: nl.live.lost(time), tone: 'ka-live ka-live--lost' }
      : { text: nl.live.connecting(time), tone: 'ka-live ka-live--wait' };
  });
  protected readonly first = computed(() => {
    const [items, now] = [this.desk.items(), this.desk.now()];
    const due = items.filter(({ dueAt }) => termOf(dueAt, now).isDue);
    const late = due.filter(({ dueAt }) => new Date(dueAt) < now).length;
    return {
      due: {
        count: due.length,
        name: late && late === due.length ? nl.first.late(late) : nl.first.due(due.length),
        note: dueNote(villagesOf(due), late < due.length ? late : 0),
      },
      late: this.lateNote(),
      silent: this.silentNote(),
      flags: { count: this.flags().filter(({ state }) => state === 'suggested').length },
    };
  });
  protected readonly workAnswer = promiseWorkResource(() => this.desk.isBroker());
  /** The last that was heard: a failing connection takes nothing from the screen. */
  protected readonly work = linkedSignal<PromiseWork | undefined, PromiseWork | null>({
    source: () => (this.workAnswer.hasValue() ? this.workAnswer.value() : undefined),
    computation: (work, previous) => work ?? previous?.value ?? null,
  });
  private readonly lateNote = computed(() => {
    const { late, items } = this.work()?.promises ?? { late: 0, items: [] };
    const villages = villagesOf(items.filter(({ standing }) => standing === 'late'));
    return { count: late, note: late ? nl.first.villages(villages) : nl.first.noneLate };
  });
  private readonly silentNote = computed(() => {
    const { count, items } = this.work()?.silentVillages ?? { count: 0, items: [] };
    return {
      count,
      note: count
        ? nl.first.silentNote(
            items.map(({ village }) => village.name),
            count,
          )
        : nl.first.allHeard,
    };
  });
  /** Said to who does not see it; the time of the queue changes too often for that. */
  protected readonly news = computed(() => {
    if (this.live.state() === 'lost') return nl.live.lostNote;
    const { title } = this.desk.arrived();
    return title ? nl.arrived(title) : '';
  });

  constructor() {
    inject(Page).named(nl.page);
    const router = inject(Router);
    effect(() => {
      if (!this.session.isKnown() || this.session.person()) return;
      void router.navigate(['/inloggen'], { queryParams: { terug: router.url }, replaceUrl: true });
    });
    effect(() => this.matches.follow(this.desk.items(), this.desk.reading()));
    // On a small screen the text takes the place of the queue, and the focus goes with it.
    let shownBefore = this.desk.currentId();
    effect(() => {
      const id = this.desk.currentId();
      if (id === shownBefore) return;
      shownBefore = id;
      this.afterRender(() => {
        if (id && !this.queue()?.isShown()) this.pane()?.focus();
      });
    });
    afterNextRender(() => this.drafts.restore());
  }

  /** From the queue, by a single key. */
  protected async decideByKey(decision: Decision): Promise<void> {
    if (decision === 'approve') {
      if (await this.desk.decide('approve')) this.afterRender(() => this.queue()?.focus());
    } else this.pane()?.openReasons(decision === 'refuse' ? 'refuse' : 'request_changes');
  }

  protected async undo(fromQueue: boolean): Promise<void> {
    if (!this.desk.lastDecided()) return;
    await this.desk.undo();
    this.afterRender(() => (fromQueue ? this.queue()?.focus() : this.pane()?.focus()));
  }

  protected async backToQueue(event: Event): Promise<void> {
    event.preventDefault();
    const was = this.desk.currentId();
    await this.desk.open(null);
    this.afterRender(() => this.queue()?.focus(was));
  }

  protected decided(): void {
    this.afterRender(() => (this.desk.currentId() ? this.pane()?.focus() : this.queue()?.focus()));
  }

  private afterRender(work: () => void): void {
    afterNextRender({ write: work }, { injector: this.injector });
  }
}

const villagesOf = (items: readonly { readonly village: { readonly name: string } }[]): readonly string[] => [
  ...new Set(items.map(({ village }) => village.name)),
];

function dueNote(villages: readonly string[], late: number): string {
  if (villages.length === 0) return nl.first.noneDue;
  return late ? `${nl.first.villages(villages)}, ${nl.first.alsoLate(late)}` : nl.first.villages(villages);
}
