import { Component, computed, effect, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Talk } from '@kernagenda/conversations/web';
import { Session } from '@kernagenda/identity/web';
import { similarResource } from '@kernagenda/matching/web';
import { Because, withReasons } from '@kernagenda/matching/web/because';
import { type StatementOfReasonsView, houseRulesNl } from '@kernagenda/moderation/domain';
import type { ProposalView } from '@kernagenda/proposals/domain';
import {
  AgendaBadge,
  ModerationBadge,
  ProposalsClient,
  proposalResource,
  proposalWords,
  standingOf,
  themeIcons,
} from '@kernagenda/proposals/web';
import { PhotoList } from '@kernagenda/proposals/web/photo-list';
import { Bloem, Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Twig } from '@kernagenda/shared/ui/twig';
import {
  Clock,
  Notices,
  Page,
  PartOutlet,
  apiResource,
  dateName,
  followRooms,
  isMissing,
  listName,
} from '@kernagenda/shared/web';
import { Municipality } from '@kernagenda/villages/web';
import { daysName } from '@kernagenda/villages/web/terms';
import { NotFoundPage } from '../not-found/not-found-page';
import { nl } from './nl';

const shownSimilar = 5;

/** One point from wish to result: what, who, how old, who supports it, and which villages want the same. */
@Component({
  selector: 'ka-point-page',
  imports: [
    AgendaBadge,
    Because,
    Bloem,
    Failure,
    Icon,
    ModerationBadge,
    NotFoundPage,
    PartOutlet,
    PhotoList,
    RouterLink,
    Skeleton,
    Talk,
    Twig,
  ],
  templateUrl: './point-page.html',
})
export class PointPage {
  private readonly proposals = inject(ProposalsClient);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  protected readonly page = inject(Page);
  private readonly municipality = inject(Municipality);
  /** From the address. */
  readonly id = input.required<string>();

  protected readonly nl = nl;
  protected readonly words = proposalWords;
  protected readonly icons = themeIcons;
  protected readonly rules = houseRulesNl;
  protected readonly dateName = dateName;
  protected readonly answer = proposalResource(this.id);
  private readonly similarAnswer = similarResource(() =>
    this.point()?.moderationState === 'approved' ? this.id() : undefined,
  );
  private readonly statementAnswer = apiResource<StatementOfReasonsView>('statement', () => {
    const point = this.point();
    const hasStatement = point && ['changes_requested', 'refused', 'hidden'].includes(point.moderationState);
    return hasStatement ? `/proposals/${point.id}/statement` : undefined;
  });

  protected readonly isMissing = computed(() => isMissing(this.answer));
  private readonly heard = computed(() => ({
    id: this.id(),
    point: this.answer.hasValue() ? this.answer.value() : null,
    isMissing: this.isMissing(),
  }));
  /** The last that was heard of it: a failing connection takes nothing from the screen. */
  protected readonly point = linkedSignal<ReturnType<typeof this.heard>, ProposalView | null>({
    source: this.heard,
    computation: ({ id, point, isMissing }, previous) =>
      point ?? (previous && previous.source.id === id && !isMissing ? previous.value : null),
  });
  protected readonly standing = computed(() => {
    const point = this.point();
    return point ? standingOf(point, this.clock.now()) : null;
  });
  protected readonly statement = computed(() =>
    this.statementAnswer.hasValue() ? this.statementAnswer.value() : null,
  );
  private readonly found = computed(() =>
    (this.similarAnswer.hasValue() ? this.similarAnswer.value().items : []).map(withReasons),
  );
  protected readonly similar = computed(() =>
    this.found()
      .filter(({ tier }) => tier !== 'related')
      .slice(0, shownSimilar),
  );
  protected readonly related = computed(() =>
    this.found()
      .filter(({ tier }) => tier === 'related')
      .slice(0, shownSimilar),
  );
  protected readonly alike = computed(() => {
    const sure = this.similar().filter(({ tier }) => tier === 'strong');
    return nl.also(new Set(sure.map(({ village }) => village.slug)).size);
  });
  /** The match whose texts are laid beside each other. */
  protected readonly compared = signal<string | null>(null);
  /** Apart: most people read the sentence alone. */
  protected readonly textsPart = resource({
    params: () => (this.compared() ? true : undefined),
    loader: async () => (await import('./match-texts')).MatchTexts,
  });
  protected readonly supporters = computed(() => {
    const point = this.point();
    return point ? point.support.fromVillage + point.support.fromElsewhere : 0;
  });
  protected readonly bars = computed(() => {
    const rows = this.point()?.supportPerVillage ?? [];
    const most = Math.max(1, ...rows.map(({ count }) => count));
    return rows.map((row) => ({ ...row, width: Math.max(1, Math.round((row.count / most) * 1000)) }));
  });
  protected readonly shared = computed(() => listName((this.point()?.alsoVillages ?? []).map(({ name }) => name)));
  private readonly mayAct = computed(
    () => this.point()?.allowedActions.some((action) => action !== 'edit' && action !== 'support') ?? false,
  );
  /** Once there, the buttons and forms stay for as long as this point is open: words may stand in them. */
  private readonly actsOn = linkedSignal<{ readonly id: string; readonly mayAct: boolean }, string | undefined>({
    source: () => ({ id: this.id(), mayAct: this.mayAct() }),
    computation: ({ id, mayAct }, previous) => (mayAct || previous?.value === id ? id : undefined),
  });
  /** Apart from this page: a visitor may do nothing here and never downloads it. */
  protected readonly actionsPart = resource({
    params: () => this.actsOn(),
    loader: async () => (await import('./point-actions')).PointActions,
  });
  /** Apart too: only who is signed in follows something. */
  protected readonly followPart = resource({
    params: () => (this.session.person() && this.point()?.moderationState === 'approved' ? this.id() : undefined),
    loader: async () => (await import('../../parts/follow-toggle')).FollowToggle,
  });
  /** Apart: what the town hall says, what an idea came from and where it went, and taking it over. */
  protected readonly travelsPart = resource({
    params: () => (this.point() ? true : undefined),
    loader: async () => (await import('../../parts/point-parts')).PointParts,
  });
  protected readonly reload = (): void => void this.answer.reload();
  protected readonly canEdit = computed(() => this.point()?.allowedActions.includes('edit') ?? false);
  /** Refused once more after it was changed: its author can do nothing with it but ask. */
  protected readonly isFinal = computed(() => {
    const point = this.point();
    return !!point?.isMine && point.moderationState === 'refused' && !this.canEdit();
  });
  /** The term in which an own text that waits is read; empty for every other. */
  protected readonly readWithin = computed(() => {
    const point = this.point();
    const days = this.municipality.view()?.readWithinDays;
    return point?.isMine && point.moderationState === 'submitted' && days ? daysName(days) : '';
  });
  protected readonly canSupport = computed(() => {
    const point = this.point();
    return !!point && (point.allowedActions.includes('support') || point.isSupportedByMe || this.asksToSignIn());
  });
  private readonly asksToSignIn = computed(
    () => !this.session.person() && this.point()?.moderationState === 'approved' && !!this.standing()?.who,
  );

  constructor() {
    effect(() => {
      const point = this.point();
      if (point) this.page.named(`${point.title}, ${point.village.name}`);
    });
    followRooms(
      () => [`proposal:${this.id()}`],
      (change) => {
        if (change?.kind !== 'matches' && change?.kind !== 'comments') this.answer.reload();
        if (!change || change.kind === 'matches') this.similarAnswer.reload();
      },
    );
  }

  protected async toggleSupport(): Promise<void> {
    const point = this.point();
    if (!point) return;
    if (!this.session.person()) {
      await this.router.navigate(['/inloggen'], { queryParams: { terug: `/voorstellen/${point.id}` } });
      return;
    }
    await this.setSupport(point.id, !point.isSupportedByMe);
  }

  private async setSupport(id: string, isSupported: boolean): Promise<void> {
    await this.attempt(async () => {
      await (isSupported ? this.proposals.support(id) : this.proposals.withdrawSupport(id));
      this.answer.reload();
      this.notices.show({
        message: isSupported ? nl.support.added : nl.support.removed,
        undo: () => void this.setSupport(id, !isSupported),
      });
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      this.notices.show({ message: nl.actionFailed });
      this.answer.reload();
    }
  }
}
