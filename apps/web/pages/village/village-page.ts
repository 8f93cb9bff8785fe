import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { DownloadLinks } from '@kernagenda/intake/web/exports';
import type { PointSimilar } from '@kernagenda/matching/domain';
import { villageSimilarResource } from '@kernagenda/matching/web';
import { type ProposalSummary, type Theme, themes } from '@kernagenda/proposals/domain';
import { proposalWords, proposalsResource, themeIcons } from '@kernagenda/proposals/web';
import { PointCard } from '@kernagenda/proposals/web/card';
import { Bloem, Failure, Icon, SignDrawing, Skeleton, SumBar } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Clock, Page, PartOutlet, dateName, isMissing, listName, followRooms } from '@kernagenda/shared/web';
import { mapResource, villageResource } from '@kernagenda/villages/web';
import { VillageLocator } from '@kernagenda/villages/web/locator';
import { sumParts, tallyOf } from '../counts';
import { NotFoundPage } from '../not-found/not-found-page';
import { nl } from './nl';

/** The whole agenda of a village stands on one page, as it does on paper. */
const wholeAgenda = 100;

const isWish = ({ agendaState }: ProposalSummary): boolean => agendaState === 'wish' || agendaState === 'exploring';
const isRunning = ({ agendaState }: ProposalSummary): boolean =>
  agendaState === 'on_agenda' ||
  agendaState === 'planned' ||
  agendaState === 'in_progress' ||
  agendaState === 'on_hold';

interface ThemeBlock {
  readonly theme: Theme;
  readonly name: string;
  readonly points: readonly ProposalSummary[];
}

/** One village: its agenda by theme, what was done, who helps, and one field for a wish. */
@Component({
  selector: 'ka-village-page',
  imports: [
    Bloem,
    DownloadLinks,
    Empty,
    Failure,
    Icon,
    NotFoundPage,
    PartOutlet,
    PointCard,
    RouterLink,
    SignDrawing,
    Skeleton,
    SumBar,
    VillageLocator,
  ],
  templateUrl: './village-page.html',
})
export class VillagePage {
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly session = inject(Session);
  /** Slug, from the address. */
  readonly kern = input.required<string>();

  protected readonly nl = nl;
  protected readonly icons = themeIcons;
  protected readonly themeNames = proposalWords.themes;
  protected readonly answer = villageResource(this.kern);
  /** Apart: only who is signed in follows something. */
  protected readonly followPart = resource({
    params: () => this.session.person()?.id,
    loader: async () => (await import('../../parts/follow-toggle')).FollowToggle,
  });
  /** Apart: a line for where something was promised. */
  protected readonly keptPart = resource({
    params: () => (this.village() ? true : undefined),
    loader: async () => (await import('../../parts/kept-figure')).KeptFigure,
  });
  /** Apart: a question that is asked for some weeks. */
  protected readonly roundPart = resource({
    params: () => (this.village() ? true : undefined),
    loader: async () => (await import('../../parts/round-line')).RoundLine,
  });
  /** Apart: news, what comes, and letters. */
  protected readonly newsPart = resource({
    params: () => (this.village() ? true : undefined),
    loader: async () => (await import('../../parts/village-news')).VillageNews,
  });
  /** Apart: only who is chair or secretary here can stop as such. */
  protected readonly handOverPart = resource({
    params: () => {
      const village = this.village();
      const roles = this.session.person()?.roles ?? [];
      const isHere = roles.some(({ role, scopeId }) => role === 'secretary' && scopeId === village?.id);
      return isHere && village?.group ? true : undefined;
    },
    loader: async () => (await import('../../parts/hand-over')).HandOver,
  });
  protected readonly pointsAnswer = proposalsResource('points', () => ({ village: this.kern(), limit: wholeAgenda }));
  private readonly similarAnswer = villageSimilarResource(this.kern);
  private readonly mapAnswer = mapResource();

  protected readonly village = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly isMissing = computed(() => isMissing(this.answer));
  protected readonly map = computed(() => (this.mapAnswer.hasValue() ? this.mapAnswer.value() : null));
  protected readonly points = computed(() => (this.pointsAnswer.hasValue() ? this.pointsAnswer.value().items : []));

  /** What is going on, and below it the wishes under a heading of their own. */
  protected readonly parts = computed(() =>
    [
      { id: 'loopt', title: '', blocks: byTheme(this.points().filter(isRunning)) },
      { id: 'wensen', title: nl.wishesTitle, blocks: byTheme(this.points().filter(isWish)) },
    ].filter(({ blocks }) => blocks.length > 0),
  );
  protected readonly done = computed(() =>
    this.points()
      .filter(({ agendaState }) => agendaState === 'done')
      .map((point) => ({ point, year: yearOf(point) }))
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0)),
  );
  /** Names of the villages that want the same, by point. */
  protected readonly elsewhere = computed(() => {
    const rows = this.similarAnswer.hasValue() ? this.similarAnswer.value().items : [];
    return new Map(rows.map((row) => [row.proposalId, listName(strongVillages(row))] as const));
  });
  protected readonly partners = computed(() => {
    const rows = this.similarAnswer.hasValue() ? this.similarAnswer.value().items : [];
    const counts = new Map<string, { readonly slug: string; readonly name: string; count: number }>();
    for (const { village } of rows.flatMap(({ similar }) => similar.filter(({ tier }) => tier === 'strong'))) {
      const partner = counts.get(village.slug) ?? { ...village, count: 0 };
      counts.set(village.slug, { ...partner, count: partner.count + 1 });
    }
    return [...counts.values()].sort((a, b) => b.count - a.count).slice(0, 8);
  });
  protected readonly counts = computed(() => ({
    running: this.points().filter(isRunning).length,
    wishes: this.points().filter(isWish).length,
    done: this.done().length,
  }));
  protected readonly tally = computed(() => {
    const counts: Partial<Record<ProposalSummary['agendaState'], number>> = {};
    for (const { agendaState } of this.points()) counts[agendaState] = (counts[agendaState] ?? 0) + 1;
    return tallyOf(counts);
  });
  protected readonly sum = computed(() => sumParts(this.tally()));
  protected readonly lead = computed(() => {
    const village = this.village();
    const { points, done } = this.tally();
    return village ? nl.lead(village.population, village.populationYear, points, points - done) : '';
  });
  protected readonly groupLine = computed(() => {
    const group = this.village()?.group;
    return group ? nl.who.group(listName(group.chairs), listName(group.secretaries), group.members) : '';
  });
  protected readonly today = computed(() => dateName(this.clock.now()));

  constructor() {
    const page = inject(Page);
    effect(() => {
      const village = this.village();
      if (village) page.named(village.name);
    });
    followRooms(
      () => {
        const village = this.village();
        return village ? ['public', `village:${village.id}`] : [];
      },
      (change) => {
        if (!change || change.kind === 'matches') this.similarAnswer.reload();
        if (change && 'villageId' in change && change.villageId === this.village()?.id) this.pointsAnswer.reload();
      },
    );
  }

  protected wish(event: Event, text: string): void {
    event.preventDefault();
    void this.router.navigate(['/voorstel/nieuw'], { queryParams: { kern: this.kern(), wat: text.trim() || null } });
  }
}

function strongVillages({ similar }: PointSimilar): readonly string[] {
  return [...new Set(similar.filter(({ tier }) => tier === 'strong').map(({ village }) => village.name))];
}

function byTheme(points: readonly ProposalSummary[]): readonly ThemeBlock[] {
  return themes
    .map((theme) => ({
      theme,
      name: proposalWords.themes[theme],
      points: points.filter((point) => point.theme === theme),
    }))
    .filter((block) => block.points.length > 0);
}

function yearOf({ statusAt, reportedYear }: ProposalSummary): number | null {
  return statusAt ? new Date(statusAt).getFullYear() : reportedYear;
}
