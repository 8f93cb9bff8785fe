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
import type { SimilarAnswer } from '@kernagenda/matching/domain';
import { Because, withReasons } from '@kernagenda/matching/web/because';
import type { QueueItem, ReasonedDecision, ReasonsInput } from '@kernagenda/moderation/domain';
import { ReasonsDrafts, ReasonsForm, sentencesOf } from '@kernagenda/moderation/web';
import { AgendaBadge, ModerationBadge, proposalWords, themeIcons } from '@kernagenda/proposals/web';
import { PhotoList } from '@kernagenda/proposals/web/photo-list';
import { TextDiff } from '@kernagenda/proposals/web/versions';
import { Bloem, Icon } from '@kernagenda/shared/ui';
import { dayName, timeName } from '@kernagenda/shared/web';
import { Desk } from './desk';
import { nl } from './nl';
import { strongElsewhere } from './queue-matches';

/** One submission to read, what may be decided on it, and which villages want the same. */
@Component({
  selector: 'ka-reading-pane',
  imports: [AgendaBadge, Because, Bloem, Icon, ModerationBadge, PhotoList, ReasonsForm, RouterLink, TextDiff],
  templateUrl: './reading-pane.html',
  host: { class: 'ka-stack ka-stack--read' },
})
export class ReadingPane implements OnInit {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly drafts = inject(ReasonsDrafts);
  protected readonly desk = inject(Desk);
  protected readonly url = inject(Router).url;
  readonly item = input.required<QueueItem>();
  readonly similar = input.required<SimilarAnswer | null>();
  readonly ready = output<ReadingPane>();
  readonly decided = output();

  protected readonly nl = nl.read;
  protected readonly same = nl.same;
  protected readonly icons = themeIcons;
  protected readonly themes = proposalWords.themes;
  protected readonly mayDecide = computed(() => ['free', 'mine', 'expired'].includes(this.desk.state()));
  protected readonly mode = computed(() => this.drafts.of(this.item().proposalId).decision);
  protected readonly byline = computed(() => {
    const { author, submittedAt } = this.item();
    return nl.read.by(author, dayName(submittedAt), timeName(submittedAt));
  });
  protected readonly colleague = computed(() => {
    const claim = this.desk.claim();
    return claim ? nl.read.colleague(claim.displayName, timeName(claim.until)) : '';
  });
  protected readonly minutesLeft = computed(() => {
    const until = this.desk.claim()?.until;
    return until ? Math.max(1, Math.ceil((new Date(until).getTime() - this.desk.now().getTime()) / 60_000)) : 0;
  });
  protected readonly sentences = computed(() => sentencesOf(this.item()));
  protected readonly elsewhere = computed(() => strongElsewhere(this.similar()).map(withReasons));
  protected readonly sameVillages = computed(() => [...new Set(this.elsewhere().map(({ village }) => village.name))]);
  protected readonly here = computed(() => {
    const { proposalId: own } = this.item();
    return (this.similar()?.inVillage ?? []).filter(({ proposalId }) => proposalId !== own).map(withReasons);
  });

  ngOnInit(): void {
    this.ready.emit(this);
  }

  /** Brings the reader to the beginning of the text. */
  focus(): void {
    this.host.nativeElement.querySelector<HTMLElement>('h2')?.focus();
  }

  openReasons(chosen: ReasonedDecision): void {
    const { newText } = this.item();
    // A new text goes back by refusing it: its author can send another.
    if (!this.mayDecide() || (newText && chosen === 'request_changes')) return;
    const decision = newText && chosen === 'refuse' ? 'refuse_version' : chosen;
    this.drafts.write(this.item().proposalId, { decision });
    this.focusAfterRender('#reasons-title');
  }

  protected closeReasons(): void {
    this.drafts.write(this.item().proposalId, { decision: null });
    this.focusAfterRender('.ka-act button');
  }

  protected async approve(): Promise<void> {
    if (await this.desk.decide('approve')) this.decided.emit();
  }

  protected async send(decision: ReasonedDecision, reasons: ReasonsInput): Promise<void> {
    if (await this.desk.decide(decision, reasons)) this.decided.emit();
  }

  private focusAfterRender(selector: string): void {
    const focus = (): void => this.host.nativeElement.querySelector<HTMLElement>(selector)?.focus();
    afterNextRender({ write: focus }, { injector: this.injector });
  }
}
