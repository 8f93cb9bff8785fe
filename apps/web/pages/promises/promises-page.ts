import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type CommitmentSummary, type Figures, standings } from '@kernagenda/commitments/domain';
import {
  CommitmentsClient,
  commitmentsResource,
  duePhrase,
  figuresResource,
  promiseWords,
} from '@kernagenda/commitments/web';
import { themes } from '@kernagenda/proposals/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Notices, Page, dateName } from '@kernagenda/shared/web';
import { villagesResource } from '@kernagenda/villages/web';
import { nl } from './nl';

/** What an address may say twice, or as anything. */
const given = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const oneOf = <Value extends string>(values: readonly Value[], value: string): Value | undefined =>
  values.find((known) => known === value);
const counted = ['keptInTime', 'keptLate', 'late', 'open'] as const satisfies readonly (keyof Figures)[];

/** What the town hall promised, and how much of it was kept in time. The filter stands in the address and needs no script. */
@Component({
  selector: 'ka-promises-page',
  imports: [Empty, Failure, Icon, RouterLink, Skeleton],
  templateUrl: './promises-page.html',
})
export class PromisesPage {
  private readonly router = inject(Router);
  private readonly client = inject(CommitmentsClient);
  private readonly clock = inject(Clock);
  private readonly notices = inject(Notices);
  /** Slug of a village, theme and standing; all from the address. */
  readonly kern = input('', { transform: given });
  readonly thema = input('', { transform: given });
  readonly stand = input('', { transform: given });

  protected readonly nl = nl;
  protected readonly words = promiseWords;
  protected readonly counted = counted;
  protected readonly dateName = dateName;
  protected readonly themes = themes.map((value) => ({ value, word: proposalWords.themes[value] }));
  protected readonly standings = standings.map((value) => ({ value, word: promiseWords.standings[value] }));
  private readonly villagesAnswer = villagesResource();
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );

  private readonly filter = computed(() => ({
    village: /^[a-z0-9-]{1,60}$/.test(this.kern()) ? this.kern() : undefined,
    theme: oneOf(themes, this.thema()),
    state: oneOf(standings, this.stand()),
  }));
  protected readonly answer = commitmentsResource(this.filter);
  private readonly figuresAnswer = figuresResource(() => {
    const { village, theme } = this.filter();
    return { village, theme };
  });
  protected readonly figures = computed(() => (this.figuresAnswer.hasValue() ? this.figuresAnswer.value() : null));
  protected readonly hasEnded = computed(() => {
    const total = this.figures()?.total;
    return !!total && total.keptInTime + total.keptLate + total.late > 0;
  });
  protected readonly tables = computed(() => {
    const figures = this.figures();
    if (!figures) return [];
    return [
      {
        title: nl.figure.villages,
        rows: figures.villages.map(({ village, figures: of }) => ({ name: village.name, figures: of })),
      },
      {
        title: nl.figure.themes,
        rows: figures.themes.map(({ theme, figures: of }) => ({ name: proposalWords.themes[theme], figures: of })),
      },
    ].filter(({ rows }) => rows.length > 0);
  });
  private readonly found = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  /** What was asked for below the first page; gone when something else is asked. */
  private readonly later = linkedSignal<unknown, readonly CommitmentSummary[]>({
    source: this.found,
    computation: () => [],
  });
  protected readonly cursor = linkedSignal(() => this.found()?.nextCursor ?? null);
  protected readonly isBusy = signal(false);
  protected readonly isLoaded = computed(() => this.found() !== null);
  protected readonly rows = computed(() =>
    [...(this.found()?.items ?? []), ...this.later()].map((promise) => ({
      ...promise,
      by: promise.team?.name ?? promiseWords.broker,
      phrase: duePhrase(promise, this.clock.now()),
      look: `ka-promise__standing ka-promise__standing--${promise.standing}`,
    })),
  );

  constructor() {
    inject(Page).named(nl.title);
  }

  protected choose(event: Event, kern: string, thema: string, stand: string): void {
    event.preventDefault();
    const queryParams = { kern: kern || null, thema: thema || null, stand: stand || null };
    void this.router.navigate(['/toezeggingen'], { queryParams });
  }

  protected async more(cursor: string): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const page = await this.client.listAfter(this.filter(), cursor);
      this.later.update((shown) => [...shown, ...page.items]);
      this.cursor.set(page.nextCursor);
    } catch {
      this.notices.show({ message: nl.failed });
    } finally {
      this.isBusy.set(false);
    }
  }
}
