import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Session } from '@kernagenda/identity/web';
import { type StatementOfReasonsView, houseRulesNl } from '@kernagenda/moderation/domain';
import {
  type ProposalText,
  type ProposalView,
  proposalKinds,
  proposalLimits,
  themes,
} from '@kernagenda/proposals/domain';
import { ProposalsClient, proposalWords } from '@kernagenda/proposals/web';
import { kindWords } from '@kernagenda/proposals/web/kind-words';
import { TextDiff, versionsResource } from '@kernagenda/proposals/web/versions';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';
import { ApiError, Notices, apiResource, followRooms } from '@kernagenda/shared/web';
import { nl as acts } from './actions-nl';
import { OwnTextDrafts } from './own-text-drafts';
import { nl } from './own-text-nl';

const names = ['title', 'place', 'body', 'theme', 'kind'] as const;

/** The author changes the text of a public point; the old one stays until the broker has read the new one. */
@Component({
  selector: 'ka-own-text',
  imports: [Control, ErrorSummary, Field, Icon, TextDiff],
  templateUrl: './own-text.html',
})
export class OwnText {
  private readonly proposals = inject(ProposalsClient);
  private readonly drafts = inject(OwnTextDrafts);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  readonly point = input.required<ProposalView>();
  readonly reload = input.required<() => void>();

  protected readonly nl = nl;
  protected readonly limits = proposalLimits;
  protected readonly rules = houseRulesNl;
  protected readonly themes = themes.map((value) => ({ value, word: proposalWords.themes[value] }));
  protected readonly kinds = proposalKinds.map((value) => ({ value, word: kindWords[value] }));
  private readonly id = computed(() => this.point().id);
  private readonly answer = versionsResource(() => this.id());
  private readonly newest = computed(() => (this.answer.hasValue() ? this.answer.value().items[0] : undefined));
  protected readonly pending = computed(() => (this.newest()?.state === 'pending' ? this.newest() : undefined));
  private readonly refused = computed(() => (this.newest()?.state === 'refused' ? this.newest() : undefined));
  private readonly statementAnswer = apiResource<StatementOfReasonsView>('own-text-statement', () =>
    this.refused() ? `/proposals/${this.id()}/statement` : undefined,
  );
  protected readonly statement = computed(() => {
    const statement = this.refused() && this.statementAnswer.hasValue() ? this.statementAnswer.value() : null;
    return statement?.decision === 'refuse_version' ? statement : null;
  });

  protected readonly mayPropose = computed(() => this.point().allowedActions.includes('propose_version'));
  private readonly kept = computed(() => this.drafts.of(this.id()));
  /** Open as long as words stand in it that were not sent. */
  protected readonly isOpen = linkedSignal<string, boolean>({ source: this.id, computation: () => !!this.kept() });
  protected readonly text = computed<ProposalText>(() => this.kept()?.text ?? this.refused() ?? this.point());
  protected readonly titleFault = linkedSignal<string, string>({ source: this.id, computation: () => '' });
  protected readonly errors = computed(() =>
    this.titleFault() ? [{ controlId: 'own-title', message: this.titleFault() }] : [],
  );
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);

  constructor() {
    followRooms(
      () => {
        const person = this.session.person();
        return person ? [`person:${person.id}` as const] : [];
      },
      (change) => {
        if (!change || change.kind === 'proposal') this.loadAgain();
      },
    );
  }

  protected open(): void {
    this.isOpen.set(true);
    this.focusAfterRender('#own-text-form');
  }

  /** What was typed is there when it opens again. */
  protected close(): void {
    this.isOpen.set(false);
    this.focusAfterRender('button');
  }

  protected write(change: Partial<ProposalText>): void {
    const text = this.text();
    const { title, body, place, theme, kind } = text;
    this.drafts.write(this.id(), { title, body, place, theme, kind, ...change });
  }

  protected chooseTheme(chosen: string): void {
    this.write({ theme: themes.find((theme) => theme === chosen) ?? 'other' });
  }

  protected chooseKind(chosen: string): void {
    this.write({ kind: proposalKinds.find((kind) => kind === chosen) ?? null });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.write({});
    const draft = this.kept();
    if (!draft) return;
    const text = { ...draft.text, title: draft.text.title.trim(), place: draft.text.place.trim() };
    this.titleFault.set(this.faultOf(text));
    if (this.titleFault()) return;
    await this.attempt(async () => {
      await this.proposals.proposeText(this.id(), text, this.point().version, draft.key);
      this.drafts.forget(this.id());
      this.isOpen.set(false);
      this.notices.show({ message: nl.sent });
    });
  }

  protected async withdraw(number: number): Promise<void> {
    await this.attempt(async () => {
      await this.proposals.withdrawText(this.id(), number);
      this.notices.show({ message: nl.pending.withdrawn });
    });
  }

  private faultOf(text: ProposalText): string {
    const { min, max } = proposalLimits.title;
    const present: ProposalText = this.point();
    if (text.title.length < min) return nl.errors.title(min);
    if (text.title.length > max) return nl.errors.titleLong(max);
    return names.every((name) => text[name] === present[name]) ? nl.errors.same : '';
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      await work();
      this.loadAgain();
      this.focusAfterRender('#own-text');
    } catch (error) {
      const code = error instanceof ApiError ? error.code : '';
      this.failure.set(acts.failures[code] ?? acts.failed);
      if (code !== 'unreachable') this.drafts.renewKey(this.id());
      if (code === 'stale_version' || code === 'wrong_state') this.loadAgain();
    } finally {
      this.isBusy.set(false);
    }
  }

  private loadAgain(): void {
    this.answer.reload();
    this.statementAnswer.reload();
    this.reload()();
  }

  private focusAfterRender(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
