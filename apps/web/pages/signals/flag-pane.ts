import {
  Component,
  ElementRef,
  Injector,
  type OnInit,
  afterNextRender,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AmountInput, DeclineInput, FlagPoint, MatchFlagView, SnoozeInput } from '@kernagenda/matching/domain';
import { sentenceWith } from '@kernagenda/matching/domain/marks';
import { Because } from '@kernagenda/matching/web/because';
import { amountName, benefitWords, declineWords, pointCount } from '@kernagenda/matching/web/board';
import { Marked } from '@kernagenda/matching/web/marked';
import { AgendaBadge, proposalWords, themeIcons } from '@kernagenda/proposals/web';
import { Bloem, Icon } from '@kernagenda/shared/ui';
import { listName } from '@kernagenda/shared/web';
import { amountDraft } from './amount-fields';
import { AmountForm } from './amount-form';
import { Board } from './board';
import { DeclineForm } from './decline-form';
import { FlagDrafts } from './flag-drafts';
import { FlagSides } from './flag-sides';
import { nl } from './nl';
import { SnoozeForm } from './snooze-form';
import { TogetherLink } from './together-link';

/** One flag: which villages, why, what it may bring, what each asks for, and what a broker decides. */
@Component({
  selector: 'ka-flag-pane',
  imports: [
    AgendaBadge,
    AmountForm,
    Because,
    Bloem,
    DeclineForm,
    FlagSides,
    Icon,
    Marked,
    RouterLink,
    SnoozeForm,
    TogetherLink,
  ],
  templateUrl: './flag-pane.html',
  host: { class: 'ka-flag', '(keydown.escape)': 'close()' },
})
export class FlagPane implements OnInit {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly drafts = inject(FlagDrafts);
  protected readonly board = inject(Board);
  protected readonly url = inject(Router).url;
  readonly flag = input.required<MatchFlagView>();
  /** Slug of the village that is pointed at, here or on the map. */
  readonly lit = input.required<string | null>();
  readonly pointed = output<string | null>();
  readonly ready = output<FlagPane>();
  readonly acted = output();

  protected readonly nl = nl;
  protected readonly icons = themeIcons;
  protected readonly themes = proposalWords.themes;
  protected readonly benefits = benefitWords;
  protected readonly amountName = amountName;
  protected readonly draft = computed(() => this.drafts.of(this.flag().id));
  protected readonly villages = computed(() => new Set(this.flag().points.map(({ village }) => village.id)).size);
  protected readonly declined = computed(() => {
    const { declined } = this.flag();
    if (declined?.reason === 'not_together') return nl.pane.apart(declined.at);
    return declined && nl.pane.declined(declineWords[declined.reason], declined.by, declined.at);
  });
  protected readonly isAgreed = computed(() => this.flag().state === 'accepted' || this.flag().state === 'linked');
  /** Whether this person answers for a village: then a failure is said there. */
  protected readonly answers = computed(() =>
    this.flag().sides.some(({ allowedActions }) => allowedActions.length > 0),
  );
  protected readonly count = computed(() => pointCount(this.flag()));
  /** Each once, with all the villages it stands for. */
  protected readonly points = computed(() => {
    const { reasons, points } = this.flag();
    const words = reasons.flatMap(({ term, words: said }) => [...(term.includes(' ') ? [] : [term]), ...said]);
    const first = points.filter((point, at) => points.findIndex((other) => isSame(other, point)) === at);
    return first.map((point) => {
      const villages = points.filter((other) => isSame(other, point)).map(({ village }) => village);
      const place = listName(villages.map(({ name }) => name));
      const slugs = villages.map(({ slug }) => slug);
      return { ...point, place, slugs, words, sentence: sentenceWith(point.body, words) };
    });
  });

  ngOnInit(): void {
    this.ready.emit(this);
  }

  /** Brings the reader to the name of the flag. */
  focus(): void {
    this.host.nativeElement.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Opens a form and goes there; open already, it folds. */
  toggle(form: 'decline' | 'snooze'): void {
    if (!this.board.may(form)) return;
    const isOpen = this.draft().form === form;
    this.drafts.write(this.flag().id, { form: isOpen ? null : form });
    this.focusAfterRender(isOpen ? `[data-form=${form}]` : '#flag-form');
  }

  protected isLit(slugs: readonly string[]): boolean {
    return slugs.some((slug) => slug === this.lit());
  }

  protected async confirm(): Promise<void> {
    if (await this.board.confirm()) this.acted.emit();
  }

  protected async introduce(): Promise<void> {
    if (await this.board.introduce()) this.acted.emit();
  }

  protected async putBack(): Promise<void> {
    if (await this.board.putBack(this.flag().state === 'snoozed' ? 'wake' : 'reopen')) this.acted.emit();
  }

  protected async decline(input: DeclineInput): Promise<void> {
    if (await this.board.decline(input)) this.acted.emit();
  }

  protected async snooze(input: SnoozeInput): Promise<void> {
    if (await this.board.snooze(input)) this.acted.emit();
  }

  protected changeAmount({ proposalId, amount }: FlagPoint): void {
    this.drafts.write(this.flag().id, { amountOf: proposalId, amount: amountDraft(amount) });
    this.focusAfterRender('#amount-form');
  }

  protected async sendAmount(proposalId: string, input: AmountInput | null): Promise<void> {
    if (await this.board.correctAmount(proposalId, input)) this.focusAfterRender(`[data-amount="${proposalId}"]`);
  }

  protected closeAmount(proposalId: string): void {
    this.drafts.write(this.flag().id, { amountOf: null });
    this.focusAfterRender(`[data-amount="${proposalId}"]`);
  }

  protected close(): void {
    const { form, amountOf } = this.draft();
    if (amountOf) this.closeAmount(amountOf);
    else if (form) this.toggle(form);
  }

  private focusAfterRender(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}

const isSame = (a: FlagPoint, b: FlagPoint): boolean => a.proposalId === b.proposalId;
