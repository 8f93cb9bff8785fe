import { Component, PLATFORM_ID, afterNextRender, computed, effect, inject, input, signal } from '@angular/core';
import { isPlatformBrowser } from '@angular/common';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { moderationTerms } from '@kernagenda/moderation/domain';
import { type ProposalView, proposalLimits } from '@kernagenda/proposals/domain';
import { ProposalsClient } from '@kernagenda/proposals/web';
import { workingDaysAfter } from '@kernagenda/shared/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';
import { ApiError, Clock, Page, dayName, timeName } from '@kernagenda/shared/web';
import { villagesResource } from '@kernagenda/villages/web';
import { nl } from './nl';
import { type DraftText, ProposalDraft } from './proposal-draft';
import { SimilarPoints } from './similar-points';

const saveAfterMs = 1500;

/** Three fields, what resembles it, a check, and only then signing in. Nothing typed is lost on the way. */
@Component({
  selector: 'ka-new-proposal-page',
  imports: [Control, ErrorSummary, Field, Icon, RouterLink, SimilarPoints],
  templateUrl: './new-proposal-page.html',
})
export class NewProposalPage {
  private readonly router = inject(Router);
  private readonly proposals = inject(ProposalsClient);
  private readonly clock = inject(Clock);
  private readonly page = inject(Page);
  protected readonly session = inject(Session);
  protected readonly draft = inject(ProposalDraft);
  /** Slug of the village, what was typed on its page, the draft to go on with, and the step; all from the address. */
  readonly kern = input<string>();
  readonly wat = input<string>();
  readonly concept = input<string>();
  readonly stap = input<string>();

  protected readonly nl = nl;
  protected readonly limits = proposalLimits;
  private readonly villagesAnswer = villagesResource();
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  protected readonly chosenSlug = computed(() => this.kern() ?? (this.draft.village() || this.homeSlug()));
  protected readonly village = computed(() => this.villages().find(({ slug }) => slug === this.chosenSlug()) ?? null);
  private readonly homeSlug = computed(() => {
    const home = this.session.person()?.homeVillageId;
    return this.villages().find(({ id }) => id === home)?.slug ?? '';
  });
  protected readonly isReview = computed(() => this.stap() === 'controleren' && this.draft.text().title !== '');
  protected readonly savedAt = computed(() => {
    const at = this.draft.savedAt();
    return at ? nl.saved(timeName(at)) : '';
  });
  protected readonly readBefore = computed(() =>
    dayName(workingDaysAfter(this.clock.now(), moderationTerms.workingDays)),
  );
  protected readonly isElsewhere = computed(() => {
    const home = this.session.person()?.homeVillageId;
    return !!home && !!this.village() && home !== this.village()?.id;
  });

  protected readonly villageError = signal('');
  protected readonly titleError = signal('');
  protected readonly failure = signal('');
  protected readonly sent = signal<ProposalView | null>(null);
  protected readonly errors = computed(() => [
    ...(this.villageError() ? [{ controlId: 'village', message: this.villageError() }] : []),
    ...(this.titleError() ? [{ controlId: 'what', message: this.titleError() }] : []),
  ]);

  constructor() {
    this.page.named(nl.page);
    // The kept draft appears after hydration, so both sides draw the same page first.
    afterNextRender(() => void this.takeUp());
    if (isPlatformBrowser(inject(PLATFORM_ID))) this.saveWhileWriting();
  }

  protected write(change: Partial<DraftText>): void {
    this.draft.write(change, this.chosenSlug(), this.clock.now());
    this.titleError.set('');
  }

  protected choose(slug: string): void {
    this.draft.write({}, slug, this.clock.now());
    this.villageError.set('');
    void this.router.navigate([], {
      queryParams: { kern: slug || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected review(event: Event): void {
    event.preventDefault();
    const { title } = this.draft.text();
    const { min, max } = proposalLimits.title;
    const length = title.trim().length;
    this.villageError.set(this.village() ? '' : nl.errors.village);
    this.titleError.set(length < min ? nl.errors.title(min) : length > max ? nl.errors.tooLong(max) : '');
    if (this.errors().length) return;
    void this.router.navigate([], { queryParams: { kern: this.chosenSlug(), stap: 'controleren' } });
  }

  protected async submit(): Promise<void> {
    const village = this.village();
    if (!village) return;
    this.failure.set('');
    try {
      if (!this.session.person()?.homeVillageId) await this.session.update({ homeVillageId: village.id });
      this.sent.set(await this.draft.submit(village.id));
      this.page.named(nl.sent.title);
    } catch (error) {
      const isHome =
        error instanceof ApiError && (error.code === 'home_village_required' || error.code === 'home_village_fixed');
      this.failure.set(isHome ? nl.review.notHome(village.name) : nl.review.failed);
    }
  }

  protected signIn(): void {
    const back = `/voorstel/nieuw?kern=${encodeURIComponent(this.chosenSlug())}&stap=controleren`;
    void this.router.navigate(['/inloggen'], { queryParams: { terug: back } });
  }

  private async takeUp(): Promise<void> {
    const concept = this.concept();
    if (concept) this.draft.continueWith(await this.proposals.find(concept));
    else this.draft.restore();
    const wish = this.wat();
    if (!wish) return;
    if (wish !== this.draft.text().title) {
      this.draft.startAnother();
      this.write({ title: wish });
    }
    // Taken up once: who comes back to this address finds the text as it was left.
    void this.router.navigate([], { queryParams: { wat: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private saveWhileWriting(): void {
    effect((onCleanup) => {
      const { title } = this.draft.text();
      const village = this.village();
      const mayKeep =
        this.session.person()?.homeVillageId === village?.id && title.trim().length >= proposalLimits.title.min;
      if (!village || !mayKeep || this.sent()) return;
      const timer = setTimeout(() => void this.draft.saveOnServer(village.id).catch(() => undefined), saveAfterMs);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
