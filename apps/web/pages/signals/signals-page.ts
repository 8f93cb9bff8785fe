import { Component, DOCUMENT, Injector, afterNextRender, computed, effect, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { benefits } from '@kernagenda/matching/domain/board';
import { benefitWords } from '@kernagenda/matching/web/board';
import { themes } from '@kernagenda/proposals/domain';
import { proposalCountsResource, proposalWords } from '@kernagenda/proposals/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Notices, Page } from '@kernagenda/shared/web';
import { mapResource, villagesResource } from '@kernagenda/villages/web';
import { type MapTopic, VillageMap } from '@kernagenda/villages/web/atlas';
import { talliesOf, tallyOf, toneOf } from '../counts';
import { Board, boardStates } from './board';
import { FlagDrafts } from './flag-drafts';
import { FlagList } from './flag-list';
import { FlagPane } from './flag-pane';
import { nl } from './nl';

/** The match board: which villages want the same, why, and what a broker says of it. */
@Component({
  selector: 'ka-signals-page',
  imports: [Empty, Failure, FlagList, FlagPane, Icon, RouterLink, Skeleton, VillageMap],
  providers: [Board],
  templateUrl: './signals-page.html',
})
export class SignalsPage {
  private readonly injector = inject(Injector);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly board = inject(Board);
  // They tell who they are: a query for children would weigh on every page.
  protected readonly list = signal<FlagList | null>(null);
  protected readonly pane = signal<FlagPane | null>(null);
  protected readonly lit = signal<string | null>(null);

  protected readonly nl = nl;
  protected readonly states = boardStates;
  protected readonly themes = themes.map((value) => ({ value, word: proposalWords.themes[value] }));
  protected readonly benefits = benefits.map((value) => ({ value, word: benefitWords[value] }));
  private readonly villagesAnswer = villagesResource();
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  private readonly mapAnswer = mapResource();
  protected readonly map = computed(() => (this.mapAnswer.hasValue() ? this.mapAnswer.value() : null));
  private readonly countsAnswer = proposalCountsResource();
  protected readonly tones = computed(() => {
    const tallies = talliesOf(this.countsAnswer.hasValue() ? this.countsAnswer.value() : undefined);
    return new Map(this.villages().map(({ id, slug }) => [slug, toneOf(tallies.get(id) ?? tallyOf({}))]));
  });
  /** The same until the villages differ: arcs that are drawn anew grow again. */
  protected readonly drawn = computed<MapTopic | null>(
    () => {
      const flag = this.board.shown();
      return flag && { label: flag.label, slugs: [...new Set(flag.points.map(({ village }) => village.slug))] };
    },
    { equal: (a, b) => a?.label === b?.label && a?.slugs.join() === b?.slugs.join() },
  );
  protected readonly empty = computed(() => nl.empty[this.board.isFiltered() ? 'filtered' : this.board.filter().state]);
  protected readonly judged = computed(() => {
    const { right, wrong } = this.board.judged();
    return right + wrong ? nl.judged(right, right + wrong) : '';
  });

  constructor() {
    inject(Page).named(nl.page);
    const router = inject(Router);
    const drafts = inject(FlagDrafts);
    effect(() => {
      if (!this.session.isKnown() || this.session.person()) return;
      void router.navigate(['/inloggen'], { queryParams: { terug: router.url }, replaceUrl: true });
    });
    // On a small screen the flag takes the place of the list, and the focus goes with it; so does the focus of an undo,
    // whose button is gone.
    const document = inject(DOCUMENT);
    let openedBefore = this.board.openedId();
    effect(() => {
      const id = this.board.openedId();
      if (id === openedBefore) return;
      openedBefore = id;
      if (!id) return;
      this.afterRender(() => {
        if (!this.list()?.isShown()) this.pane()?.focus();
        else if (document.activeElement === document.body) this.list()?.focus(id);
      });
    });
    afterNextRender(() => drafts.restore());
  }

  /** From the list, by a single key. */
  protected async actByKey(act: 'confirm' | 'snooze' | 'decline' | 'introduce' | 'undo'): Promise<void> {
    if (act === 'undo') this.notices.undo();
    else if (act === 'confirm') await this.board.confirm();
    else if (act === 'introduce') await this.board.introduce();
    else this.pane()?.toggle(act);
  }

  protected acted(): void {
    this.afterRender(() => (this.list()?.isShown() ? this.list()?.focus() : this.pane()?.focus()));
  }

  protected async backToList(event: Event): Promise<void> {
    event.preventDefault();
    const was = this.board.openedId();
    await this.board.open(null);
    this.afterRender(() => this.list()?.focus(was));
  }

  private afterRender(work: () => void): void {
    afterNextRender({ write: work }, { injector: this.injector });
  }
}
