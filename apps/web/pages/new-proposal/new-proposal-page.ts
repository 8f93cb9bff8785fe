import {
  ApplicationRef,
  Component,
  DOCUMENT,
  DestroyRef,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { type ProposalView, proposalKinds, proposalLimits, themes } from '@kernagenda/proposals/domain';
import { proposalWords } from '@kernagenda/proposals/web';
import { workingDaysAfter } from '@kernagenda/shared/domain';
import { Control, ErrorSummary, Field, type SummaryError } from '@kernagenda/shared/ui/forms';
import { Icon, Skeleton } from '@kernagenda/shared/ui';
import { ApiError, Clock, Notices, Page, dayName, timeName } from '@kernagenda/shared/web';
import { Municipality, villagesResource } from '@kernagenda/villages/web';
import { daysName } from '@kernagenda/villages/web/terms';
import { PhotoFields } from '../photos/photo-fields';
import { DraftLines } from './draft-lines';
import { DraftNotices } from './draft-notices';
import { DraftPhotos } from './draft-photos';
import type { DraftText } from './local-drafts';
import { nl } from './nl';
import { PhotoLines } from './photo-lines';
import { ProposalDraft } from './proposal-draft';
import { SimilarPoints } from './similar-points';

const saveAfterMs = 1500;

/** Three fields, what resembles it, a check, and only then signing in. Nothing typed is lost on the way. */
@Component({
  selector: 'ka-new-proposal-page',
  imports: [
    ...[Control, DraftLines, DraftNotices, ErrorSummary, Field, Icon],
    ...[PhotoFields, PhotoLines, RouterLink, SimilarPoints, Skeleton],
  ],
  templateUrl: './new-proposal-page.html',
})
export class NewProposalPage {
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly municipality = inject(Municipality);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  private readonly page = inject(Page);
  protected readonly session = inject(Session);
  protected readonly draft = inject(ProposalDraft);
  protected readonly photos = inject(DraftPhotos);
  /** Slug of the village, what was typed on its page, the draft to go on with, and the step; all from the address. */
  readonly kern = input<string>();
  readonly wat = input<string>();
  readonly concept = input<string>();
  readonly stap = input<string>();

  private readonly application = inject(ApplicationRef);
  protected readonly nl = nl;
  protected readonly limits = proposalLimits;
  protected readonly themes = themes.map((value) => ({ value, word: proposalWords.themes[value] }));
  protected readonly kinds = proposalKinds.map((value) => ({ value, word: nl.extra.kinds[value] }));
  private readonly villagesAnswer = villagesResource();
  protected readonly villages = computed(() =>
    this.villagesAnswer.hasValue() ? this.villagesAnswer.value().items : [],
  );
  /** The text that is open knows its village; the address only says for which one another is begun. */
  protected readonly chosenSlug = computed(() => this.draft.village() || (this.kern() ?? this.homeSlug()));
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
  private readonly readWithinDays = computed(() => this.municipality.view()?.readWithinDays ?? null);
  protected readonly term = computed(() => {
    const days = this.readWithinDays();
    return days === null ? '' : daysName(days);
  });
  protected readonly lastDay = computed(() => {
    const days = this.readWithinDays();
    return days === null ? '' : dayName(workingDaysAfter(this.clock.now(), days));
  });
  protected readonly isElsewhere = computed(() => {
    const home = this.session.person()?.homeVillageId;
    return !!home && !!this.village() && home !== this.village()?.id;
  });

  /** What was chosen beyond the three fields; empty when nothing was. */
  protected readonly extras = computed(() => {
    const { theme, kind } = this.draft.text();
    const chosen = [theme === 'other' ? '' : proposalWords.themes[theme], kind ? nl.extra.kinds[kind] : ''];
    return chosen.filter(Boolean).join(' · ');
  });
  /** Only a text that the municipality does not have yet can go to another village. */
  protected readonly isVillageOpen = computed(() => {
    if (this.village()) return !this.kern() && !this.draft.isOnServer();
    return !this.chosenSlug() || !this.villagesAnswer.isLoading();
  });

  protected readonly villageError = signal('');
  protected readonly titleError = signal('');
  protected readonly photoErrors = signal<readonly SummaryError[]>([]);
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);
  protected readonly sent = signal<ProposalView | null>(null);
  protected readonly errors = computed(() => [
    ...(this.villageError() ? [{ controlId: 'village', message: this.villageError() }] : []),
    ...(this.titleError() ? [{ controlId: 'what', message: this.titleError() }] : []),
    ...this.photoErrors(),
  ]);
  private readonly personId = computed(() => this.session.person()?.id);
  protected readonly isAwake = signal(false);
  /** The draft of the address that was fetched, or found not to exist. */
  private readonly opened = signal<{ readonly concept: string; readonly isMissing: boolean } | null>(null);
  protected readonly isMissing = computed(
    () => !!this.opened()?.isMissing && this.opened()?.concept === this.concept(),
  );
  protected readonly isOpening = computed(() => !!this.concept() && this.opened()?.concept !== this.concept());

  constructor() {
    this.page.named(nl.page);
    // The kept draft appears after hydration, so both sides draw the same page first; and after what was typed before
    // that is done again, so it comes to stand in a draft of its own.
    afterNextRender(() => void this.application.whenStable().then(() => this.isAwake.set(true)));
    effect(() => {
      const [village, serverId, wish] = [this.kern(), this.concept(), this.wat()];
      this.personId();
      if (this.isAwake()) untracked(() => void this.takeUp(village, serverId, wish));
    });
    this.saveWhileWriting();
    inject(DestroyRef).onDestroy(() => this.draft.close());
  }

  protected write(change: Partial<DraftText>): void {
    this.draft.write(change, this.chosenSlug());
    this.titleError.set('');
  }

  /** A photo belongs to a draft, so the first one begins it. */
  protected beginWithPhotos(): void {
    if (!this.draft.hasPhotos()) this.draft.write({ hasPhotos: true }, this.chosenSlug());
  }

  protected choose(slug: string): void {
    this.draft.moveTo(slug);
    this.villageError.set('');
    void this.router.navigate([], {
      queryParams: { kern: slug || null },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected chooseTheme(value: string): void {
    this.write({ theme: themes.find((theme) => theme === value) ?? 'other' });
  }

  protected chooseKind(value: string): void {
    this.write({ kind: proposalKinds.find((kind) => kind === value) ?? null });
  }

  protected async review(event: Event): Promise<void> {
    event.preventDefault();
    await this.photos.settled();
    // Not loaded yet is not the same as not chosen.
    if (this.villagesAnswer.isLoading()) await this.application.whenStable();
    const { title } = this.draft.text();
    const { min, max } = proposalLimits.title;
    const length = title.trim().length;
    this.villageError.set(this.village() ? '' : nl.errors.village);
    this.titleError.set(length < min ? nl.errors.title(min) : length > max ? nl.errors.tooLong(max) : '');
    this.photoErrors.set(this.photos.errors());
    if (this.errors().length) return;
    await this.router.navigate([], { queryParams: { kern: this.chosenSlug(), stap: 'controleren' } });
  }

  protected async submit(): Promise<void> {
    const village = this.village();
    if (!village || this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      if (!this.session.person()?.homeVillageId) await this.session.update({ homeVillageId: village.id });
      await this.draft.save(village.id);
      const photosFailure = await this.photos.sendAll();
      if (photosFailure) return this.failure.set(photosFailure);
      this.sent.set(await this.draft.submit(village.id));
      this.page.named(nl.sent.title);
    } catch (error) {
      // What has to be decided first is told by itself.
      if (!this.draft.trouble()) this.failure.set(this.failureOf(error, village.name));
    } finally {
      this.isBusy.set(false);
    }
  }

  protected signIn(): void {
    const back = `/voorstel/nieuw?kern=${encodeURIComponent(this.chosenSlug())}&stap=controleren`;
    void this.router.navigate(['/inloggen'], { queryParams: { terug: back } });
  }

  private failureOf(error: unknown, village: string): string {
    if (!this.session.person()) return nl.review.signedOut;
    const code = error instanceof ApiError ? error.code : '';
    if (code === 'home_village_required' || code === 'home_village_fixed') return nl.review.notHome(village);
    return code === 'not_allowed' ? nl.review.notAllowed : nl.review.failed;
  }

  private async takeUp(village?: string, serverId?: string, wish?: string): Promise<void> {
    this.sent.set(null);
    try {
      await this.draft.open({ village, serverId });
      if (serverId) this.opened.set({ concept: serverId, isMissing: false });
    } catch (error) {
      const isGone = error instanceof ApiError && error.code === 'not_found';
      if (!isGone) this.notices.show({ message: nl.openFailed });
      if (serverId) this.opened.set({ concept: serverId, isMissing: isGone });
    }
    if (!wish) return;
    const { title } = this.draft.text();
    if (wish !== title) {
      if (title.trim()) this.draft.close();
      this.write({ title: wish });
    }
    // Taken up once: who comes back to this address finds the text as it was left.
    void this.router.navigate([], { queryParams: { wat: null }, queryParamsHandling: 'merge', replaceUrl: true });
  }

  private saveWhileWriting(): void {
    effect((onCleanup) => {
      const { title } = this.draft.text();
      const village = this.village();
      const mayKeep = this.draft.isOnServer() || this.session.person()?.homeVillageId === village?.id;
      const length = title.trim().length;
      const isFit = length >= proposalLimits.title.min && title.length <= proposalLimits.title.max;
      if (!village || !mayKeep || !isFit || !this.draft.isToSave()) return;
      const timer = setTimeout(() => {
        // Another window with the same text in front saves it itself.
        if (!this.document.hidden) void this.draft.save(village.id).catch(() => undefined);
      }, saveAfterMs);
      onCleanup(() => clearTimeout(timer));
    });
  }
}
