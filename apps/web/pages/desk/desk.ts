import {
  DOCUMENT,
  DestroyRef,
  Injectable,
  computed,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { moderationTerms } from '@kernagenda/moderation/domain';
import type { Decision, QueueItem, ReasonsInput } from '@kernagenda/moderation/domain';
import { ModerationClient, ReasonsDrafts, queueResource } from '@kernagenda/moderation/web';
import { ApiError, Clock, Notices, followRooms } from '@kernagenda/shared/web';
import { nl } from './nl';

/** How it stands with the text on the screen. */
export type ReadingState = 'free' | 'mine' | 'expired' | 'colleague' | 'changed' | 'gone';

const burstMs = 100;

interface Decided {
  readonly item: QueueItem;
  readonly message: string;
  readonly until: Date;
}

/** The work on the desk: the queue as the server tells it, what is being read, and decisions with their way back. */
@Injectable()
export class Desk {
  private readonly client = inject(ModerationClient);
  private readonly session = inject(Session);
  private readonly drafts = inject(ReasonsDrafts);
  private readonly router = inject(Router);
  private readonly clock = inject(Clock);
  private readonly notices = inject(Notices);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);
  /** Id of what this page holds on the server, until it is given back or decided on. */
  private held: string | null = null;
  /** Ends when the last claim was answered, given or not. */
  private taking: Promise<void> = Promise.resolve();

  readonly isBroker = computed(() => this.session.hasRole('broker'));
  readonly queueAnswer = queueResource(() => this.isBroker());
  private readonly rooms = computed(() => {
    const person = this.session.person();
    return person && this.isBroker() ? [`person:${person.id}` as const] : [];
  });
  private readonly page = computed(() => (this.queueAnswer.hasValue() ? this.queueAnswer.value() : null));

  /** The last queue that was heard of: a failing connection takes nothing from the screen. */
  readonly items = linkedSignal<ReturnType<typeof this.page>, readonly QueueItem[]>({
    source: this.page,
    computation: (page, previous) => page?.items ?? previous?.value ?? [],
  });
  readonly isLoaded = linkedSignal<unknown, boolean>({
    source: this.page,
    computation: (page, previous) => page !== null || previous?.value === true,
  });
  readonly hasMore = computed(() => (this.page()?.nextCursor ?? null) !== null);
  readonly updatedAt = linkedSignal<unknown, Date>({
    source: this.page,
    computation: (page, previous) => (page || !previous ? this.clock.now() : previous.value),
  });
  /** Moves on while the page is open, for terms and minutes. */
  readonly now = signal(this.clock.now());

  readonly currentId = computed(() => this.query()?.get('lees') ?? null);
  private readonly inQueue = computed(
    () => this.items().find(({ proposalId }) => proposalId === this.currentId()) ?? null,
  );
  /** The text as it was opened: it stays on the screen, whatever happens to it elsewhere. */
  readonly reading = linkedSignal<{ readonly id: string | null; readonly item: QueueItem | null }, QueueItem | null>({
    source: () => ({ id: this.currentId(), item: this.inQueue() }),
    computation: ({ id, item }, previous) => {
      const opened = previous?.value ?? null;
      return opened && opened.proposalId === id ? opened : item;
    },
  });
  readonly claim = computed(() => this.inQueue()?.claim ?? null);
  readonly state = computed<ReadingState>(() => {
    const item = this.inQueue();
    if (!item) return 'gone';
    if (item.version !== this.reading()?.version) return 'changed';
    if (!item.claim) return 'free';
    if (!item.claim.isMine) return 'colleague';
    return new Date(item.claim.until) > this.now() ? 'mine' : 'expired';
  });

  readonly isBusy = signal(false);
  readonly failure = linkedSignal({ source: this.currentId, computation: () => '' });
  readonly needsSignIn = linkedSignal({ source: this.currentId, computation: () => false });
  readonly lastDecided = signal<Decided | null>(null);
  /** What came in while this page was open. */
  readonly arrived = linkedSignal<readonly QueueItem[], { readonly ids: ReadonlySet<string>; readonly title: string }>({
    source: this.items,
    computation: (items, previous) => {
      const fresh =
        previous && previous.source.length ? items.find((one) => !previous.value.ids.has(one.proposalId)) : null;
      const ids = new Set([...(previous?.value.ids ?? []), ...items.map(({ proposalId }) => proposalId)]);
      return { ids, title: fresh?.title ?? previous?.value.title ?? '' };
    },
  });

  readonly isTaking = signal(false);
  private readonly readingId = computed(() => this.reading()?.proposalId ?? null);

  constructor() {
    const { window } = this;
    if (!window) return;
    // Changes come in bursts: one claim given back and the next taken.
    let soon = 0;
    followRooms(this.rooms, (change) => {
      if (change && change.kind !== 'queue') return;
      window.clearTimeout(soon);
      soon = window.setTimeout(() => this.queueAnswer.reload(), burstMs);
    });
    effect((onCleanup) => {
      const id = this.readingId();
      if (!id) return;
      // Once, when it is opened: who looks on must not take it from a colleague whose page is loading again.
      untracked(() => {
        const claim = this.claim();
        if (!claim || claim.isMine) void this.take(id);
      });
      onCleanup(() => void this.giveBack());
    });
    // Sent in again while the decision could still be taken back: it stands, and its reasons are no draft for this text.
    effect(() => {
      const item = this.lastDecided()?.item;
      const isBack = this.items().some(
        ({ proposalId, version }) => !!item && proposalId === item.proposalId && version > item.version,
      );
      if (isBack) untracked(() => this.settled());
    });
    const clock = window.setInterval(() => this.now.set(this.clock.now()), 15_000);
    const leave = (): void => {
      if (this.held) this.client.releaseOnExit(this.held);
    };
    window.addEventListener('pagehide', leave);
    inject(DestroyRef).onDestroy(() => {
      window.clearInterval(clock);
      window.clearTimeout(soon);
      window.removeEventListener('pagehide', leave);
    });
  }

  /** Opens a submission, or with null the queue alone. */
  async open(proposalId: string | null): Promise<void> {
    await this.router.navigate([], { queryParams: { lees: proposalId } });
  }

  /** Holds it for another quarter of an hour. */
  take(proposalId: string): Promise<void> {
    return (this.taking = this.takeNow(proposalId));
  }

  private async takeNow(proposalId: string): Promise<void> {
    this.held = proposalId;
    this.isTaking.set(true);
    try {
      const claim = await this.client.claim(proposalId);
      this.now.set(this.clock.now());
      this.items.update((items) => items.map((item) => (item.proposalId === proposalId ? { ...item, claim } : item)));
    } catch {
      if (this.held === proposalId) this.held = null;
      this.queueAnswer.reload();
    } finally {
      this.isTaking.set(false);
    }
  }

  /** Puts the changed text on the screen. */
  readAgain(): void {
    this.failure.set('');
    const item = this.inQueue();
    this.reading.set(item);
    if (item && !item.claim) void this.take(item.proposalId);
  }

  /** Decides on the text on the screen and opens the next. False when it was not done; then `failure` says why. */
  async decide(chosen: Decision, reasons?: ReasonsInput): Promise<boolean> {
    const item = this.reading();
    if (!item || this.isBusy() || !['free', 'mine', 'expired'].includes(this.state())) return false;
    // The server counts from when it decides, so counting from here never promises too much.
    const until = new Date(this.clock.now().getTime() + moderationTerms.undoSeconds * 1000);
    const decision = item.newText && chosen === 'approve' ? 'approve_version' : chosen;
    const done = await this.attempt(async () => {
      // A claim that overtakes the decision would hold what is decided already.
      await this.taking;
      await this.client.decide(item, decision, reasons);
    });
    if (!done) return false;
    const next = this.nextAfter(item.proposalId);
    this.held = null;
    this.settled();
    this.items.update((items) => items.filter(({ proposalId }) => proposalId !== item.proposalId));
    const message = nl.decided[decision]?.(item.title) ?? item.title;
    if (item.newText) {
      this.drafts.forget(item.proposalId);
      this.notices.show({ message });
    } else this.lastDecided.set({ item, message, until });
    await this.open(next);
    this.queueAnswer.reload();
    return true;
  }

  /** Takes the last decision back and opens it again, with the reasons as they were written. */
  async undo(): Promise<void> {
    const decided = this.lastDecided();
    if (!decided) return;
    this.lastDecided.set(null);
    const { item } = decided;
    const isUndone = await this.attempt(async () => {
      const { version } = await this.client.undo(item.proposalId);
      this.items.update((items) => withItem(items, { ...item, version, claim: null }));
    });
    if (isUndone) await this.open(item.proposalId);
    this.queueAnswer.reload();
  }

  /** The last decision stands: what was written for it is sent, and is no draft any more. */
  settled(): void {
    const decided = this.lastDecided();
    this.lastDecided.set(null);
    if (decided) this.drafts.forget(decided.item.proposalId);
  }

  private async giveBack(): Promise<void> {
    const id = this.held;
    this.held = null;
    // A claim ends by itself after a quarter of an hour.
    if (id) await this.client.release(id).catch(() => undefined);
  }

  private async attempt(work: () => Promise<unknown>): Promise<boolean> {
    this.isBusy.set(true);
    this.failure.set('');
    this.needsSignIn.set(false);
    try {
      await work();
      return true;
    } catch (error) {
      const code = error instanceof ApiError ? error.code : 'internal';
      this.failure.set(nl.failures[code] ?? nl.failed);
      this.needsSignIn.set(code === 'sign_in_required');
      if (code !== 'unreachable' && code !== 'sign_in_required') this.queueAnswer.reload();
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  /** The next that nobody reads, and after the last again from the front. */
  private nextAfter(proposalId: string): string | null {
    const items = this.items();
    const at = items.findIndex((item) => item.proposalId === proposalId);
    const others = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))];
    return others.find(({ claim }) => !claim || claim.isMine)?.proposalId ?? null;
  }
}

function withItem(items: readonly QueueItem[], item: QueueItem): readonly QueueItem[] {
  const others = items.filter(({ proposalId }) => proposalId !== item.proposalId);
  return [...others, item].sort((a, b) => a.submittedAt.localeCompare(b.submittedAt));
}
