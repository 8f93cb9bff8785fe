import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Figures, type FiguresView, standings } from '@kernagenda/commitments/domain';
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
import { Clock, Notices, Page, dateName, followRooms } from '@kernagenda/shared/web';
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
  private readonly counts = computed(() => ({
    filter: this.filter(),
    view: this.figuresAnswer.hasValue() ? this.figuresAnswer.value() : null,
  }));
  /** The last that was heard: a failing connection takes nothing from the screen. */
  protected readonly figures = linkedSignal<ReturnType<typeof this.counts>, FiguresView | null>({
    source: this.counts,
    computation: ({ filter, view }, previous) => view ?? (previous?.source.filter === filter ? previous.value : null),
  });
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
  /** The first page with what was asked for below it; only the first when something else is asked. */
  private readonly shown = linkedSignal(() => this.found());
  protected readonly cursor = computed(() => this.shown()?.nextCursor ?? null);
  protected readonly isBusy = signal(false);
  protected readonly isLoaded = computed(() => this.found() !== null);
  protected readonly rows = computed(() =>
    (this.shown()?.items ?? []).map((promise) => ({
      ...promise,
      by: promise.team?.name ?? promiseWords.broker,
      phrase: duePhrase(promise, this.clock.now()),
      look: `ka-promise__standing ka-promise__standing--${promise.standing}`,
    })),
  );

  /** Loading again and loading more wait for each other: neither writes over what the other brought. */
  private turn: Promise<void> = Promise.resolve();
  private isWaiting = false;

  constructor() {
    inject(Page).named(nl.title);
    followRooms(
      () => ['public'],
      (change) => {
        if (!change || change.kind === 'promises' || change.kind === 'proposal') this.refresh();
      },
    );
  }

  protected choose(event: Event, kern: string, thema: string, stand: string): void {
    event.preventDefault();
    const queryParams = { kern: kern || null, thema: thema || null, stand: stand || null };
    void this.router.navigate(['/toezeggingen'], { queryParams });
  }

  protected async more(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    await this.inTurn(async () => {
      const [filter, shown] = [this.filter(), this.shown()];
      if (!shown?.nextCursor) return;
      const page = await this.client.list(filter, shown.nextCursor);
      if (filter === this.filter()) this.shown.set({ ...page, items: [...shown.items, ...page.items] });
    }).catch(() => this.notices.show({ message: nl.failed }));
    this.isBusy.set(false);
  }

  /** Loads again what is on the screen, as far down as it was opened; what fails leaves it as it was. */
  private refresh(): void {
    // What waits for its turn hears this change too.
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.figuresAnswer.reload();
    void this.inTurn(async () => {
      this.isWaiting = false;
      const filter = this.filter();
      if (!this.found()) return void this.answer.reload();
      let page = await this.client.list(filter);
      while (page.nextCursor && page.items.length < this.rows().length) {
        const next = await this.client.list(filter, page.nextCursor);
        page = { ...next, items: [...page.items, ...next.items] };
      }
      if (filter === this.filter() && this.found()) this.shown.set(page);
    }).catch(() => undefined);
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}
