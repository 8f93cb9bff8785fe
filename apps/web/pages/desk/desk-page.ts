import { Component, DOCUMENT, computed, effect, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { type Decision, type QueueItem, type ReasonsInput } from '@kernagenda/moderation/domain';
import { ModerationClient, queueResource } from '@kernagenda/moderation/web';
import { amsterdamDay } from '@kernagenda/shared/domain';
import { Empty, Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Clock, Live, Notices, Page, followRooms, termName } from '@kernagenda/shared/web';
import { nl } from './nl';
import { ReadingPane } from './reading-pane';

/** The broker's desk: what ends first, one queue over the villages, and a decision that can be taken back. */
@Component({
  selector: 'ka-desk-page',
  imports: [Empty, Failure, Icon, ReadingPane, RouterLink, Skeleton],
  templateUrl: './desk-page.html',
})
export class DeskPage {
  private readonly router = inject(Router);
  private readonly client = inject(ModerationClient);
  private readonly notices = inject(Notices);
  private readonly clock = inject(Clock);
  protected readonly session = inject(Session);
  protected readonly live = inject(Live);
  /** Id of the submission being read, from the address. */
  readonly punt = input<string>();

  protected readonly nl = nl;
  protected readonly isBroker = computed(() => this.session.hasRole('broker'));
  protected readonly answer = queueResource(() => this.isBroker());
  protected readonly queue = linkedSignal(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly current = computed(
    () => this.queue().find(({ proposalId }) => proposalId === this.punt()) ?? null,
  );
  protected readonly hasKeys = signal(true);
  protected readonly rows = computed(() => {
    const now = this.clock.now();
    return this.queue().map((item) => ({ item, term: termName(item.dueAt, now), isUrgent: this.isDue(item, now) }));
  });
  protected readonly first = computed(() => {
    const now = this.clock.now();
    const late = this.queue().filter(({ dueAt }) => new Date(dueAt) < now).length;
    const today = this.queue().filter((item) => this.isDue(item, now)).length - late;
    return { late, today, all: this.queue().length };
  });
  protected readonly villages = computed(() => new Set(this.queue().map(({ village }) => village.id)).size);

  constructor() {
    const isBrowser = !!inject(DOCUMENT).defaultView;
    inject(Page).named(nl.page);
    followRooms(
      () => [...new Set(this.queue().map(({ village }) => `desk:${village.id}` as const))].sort(),
      () => this.answer.reload(),
    );
    let claimed = '';
    effect(() => {
      const item = this.current();
      if (!item || item.proposalId === claimed || !isBrowser) return;
      claimed = item.proposalId;
      // Somebody else may hold it; then the queue already says so.
      void this.client.claim(item.proposalId).catch(() => undefined);
    });
  }

  protected async decide(item: QueueItem, decision: Decision, reasons?: ReasonsInput): Promise<void> {
    const before = this.queue();
    const index = before.indexOf(item);
    const rest = before.filter((other) => other !== item);
    try {
      await this.client.decide(item.proposalId, decision, item.version, reasons);
    } catch {
      this.notices.show({ message: nl.failed });
      this.answer.reload();
      return;
    }
    this.queue.set(rest);
    const next = rest[index] ?? rest[index - 1];
    await this.read(next?.proposalId ?? null);
    this.notices.show({ message: nl.done[decision](item.title), undo: () => void this.undo(item) });
  }

  protected onKey(event: KeyboardEvent): void {
    const isTyping = (event.target as HTMLElement).matches('input, textarea, select');
    if (!this.hasKeys() || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'j') this.step(1);
    if (key === 'k') this.step(-1);
  }

  private step(by: number): void {
    const queue = this.queue();
    const index = queue.findIndex(({ proposalId }) => proposalId === this.punt());
    const next = queue[Math.min(Math.max(index + by, 0), queue.length - 1)];
    if (next) void this.read(next.proposalId);
  }

  private read(proposalId: string | null): Promise<boolean> {
    return this.router.navigate([], { queryParams: { punt: proposalId } });
  }

  private async undo(item: QueueItem): Promise<void> {
    try {
      await this.client.undo(item.proposalId);
      this.notices.show({ message: nl.undone });
    } catch {
      this.notices.show({ message: nl.failed });
    }
    this.answer.reload();
    await this.read(item.proposalId);
  }

  private isDue({ dueAt }: QueueItem, now: Date): boolean {
    return new Date(dueAt) < now || amsterdamDay(new Date(dueAt)) === amsterdamDay(now);
  }
}
