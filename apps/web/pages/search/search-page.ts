import { Component, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type AgendaState, type ProposalSummary, agendaStates, themes } from '@kernagenda/proposals/domain';
import { proposalWords, themeIcons } from '@kernagenda/proposals/web';
import { PointCard } from '@kernagenda/proposals/web/card';
import { searchLimits } from '@kernagenda/search/domain';
import { SearchClient, searchResource } from '@kernagenda/search/web';
import { DownloadLinks } from '@kernagenda/intake/web/exports';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Notices, Page } from '@kernagenda/shared/web';
import { villagesResource } from '@kernagenda/villages/web';
import { nl } from './nl';

/** What an address may say twice, or as anything. */
const given = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const oneOf = <Value extends string>(values: readonly Value[], value: string): Value | undefined =>
  values.find((known) => known === value);
const shownStates: readonly AgendaState[] = agendaStates.filter((state) => state !== 'merged');

/** One field over points, villages and themes. What is asked stands in the address; the form also works without script. */
@Component({
  selector: 'ka-search-page',
  imports: [DownloadLinks, Empty, Failure, Icon, PointCard, RouterLink, Skeleton],
  templateUrl: './search-page.html',
})
export class SearchPage {
  private readonly router = inject(Router);
  private readonly client = inject(SearchClient);
  private readonly notices = inject(Notices);
  /** Words, slug of a village, theme, agenda state, and the cursor of a later page; all from the address. */
  readonly q = input('', { transform: given });
  readonly kern = input('', { transform: given });
  readonly thema = input('', { transform: given });
  readonly stand = input('', { transform: given });
  readonly na = input('', { transform: given });

  protected readonly nl = nl;
  protected readonly limits = searchLimits;
  protected readonly icons = themeIcons;
  protected readonly themes = themes.map((value) => ({ value, word: proposalWords.themes[value] }));
  protected readonly states = shownStates.map((value) => ({ value, word: proposalWords.agendaStates[value] }));
  private readonly villagesAnswer = villagesResource();
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );

  /** The village that is asked for, or nothing for all of them. */
  protected readonly place = computed(
    () => this.villages().find(({ slug }) => slug === this.kern()) ?? { slug: '', name: '' },
  );

  private readonly filter = computed(() => ({
    q: this.q().slice(0, searchLimits.query.max) || undefined,
    village: /^[a-z0-9-]{1,60}$/.test(this.kern()) ? this.kern() : undefined,
    theme: oneOf(themes, this.thema()),
    agendaState: oneOf(shownStates, this.stand()),
  }));
  protected readonly hasFilter = computed(() => {
    const { village, theme, agendaState } = this.filter();
    return !!(village ?? theme ?? agendaState);
  });
  protected readonly isAsked = computed(() => !!this.filter().q || this.hasFilter());
  protected readonly answer = searchResource(() =>
    this.isAsked() ? { ...this.filter(), cursor: this.na() || undefined } : undefined,
  );
  protected readonly found = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  /** What was asked for below the first page; gone when something else is asked. */
  private readonly older = linkedSignal<unknown, readonly ProposalSummary[]>({
    source: this.found,
    computation: () => [],
  });
  protected readonly cursor = linkedSignal(() => this.found()?.nextCursor ?? null);
  protected readonly isBusy = signal(false);
  protected readonly points = computed(() => [...(this.found()?.items ?? []), ...this.older()]);
  protected readonly summary = computed(() => {
    const found = this.found();
    if (!found) return '';
    const count = nl.found(found.found, this.q(), found.found >= searchLimits.found);
    return this.older().length ? `${count} ${nl.shown(this.points().length)}` : count;
  });
  protected readonly isCut = computed(
    () => this.cursor() === null && this.found()?.found === searchLimits.found && this.points().length > 0,
  );

  constructor() {
    const page = inject(Page);
    effect(() => page.named(nl.title(this.q())));
  }

  protected search(event: Event, q: string, kern: string, thema: string, stand: string): void {
    event.preventDefault();
    const queryParams = { q: q.trim() || null, kern: kern || null, thema: thema || null, stand: stand || null };
    void this.router.navigate(['/zoeken'], { queryParams });
  }

  /** The address of the page after this cursor, for who has no script. */
  protected later(na: string): string {
    const asked = { q: this.q(), kern: this.kern(), thema: this.thema(), stand: this.stand(), na };
    return `/zoeken?${new URLSearchParams(Object.entries(asked).filter(([, value]) => value)).toString()}`;
  }

  protected async more(event: Event, cursor: string): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    try {
      const page = await this.client.more(this.filter(), cursor);
      this.older.update((shown) => [...shown, ...page.items]);
      this.cursor.set(page.nextCursor);
    } catch {
      this.notices.show({ message: nl.failed });
    }
    this.isBusy.set(false);
  }
}
