import { Component, Injector, afterNextRender, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { type ThreadFilter, type ThreadSummary, inboxFilters, threadLimits } from '@kernagenda/conversations/domain';
import { ThreadsClient, threadsResource } from '@kernagenda/conversations/web/threads';
import { actsAsResident, isStaff } from '@kernagenda/identity/domain';
import { Session } from '@kernagenda/identity/web';
import type { Page as PageOf } from '@kernagenda/shared/domain';
import { Failure, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Live, Page, dateName, dayName, followRooms, listName } from '@kernagenda/shared/web';
import { villagesResource } from '@kernagenda/villages/web';
import { NewThread } from './new-thread';
import { nl } from './nl';
import { ThreadPane } from './thread-pane';

/** In the address, for the form of a new thread. */
const writing = 'nieuw';
/** And for one from the group of a village to that of another. */
const writingVillage = 'dorp';

/** The inbox: the threads of this person, and the one that is being read. */
@Component({
  selector: 'ka-messages-page',
  imports: [Empty, Failure, Icon, NewThread, RouterLink, Skeleton, ThreadPane],
  templateUrl: './messages-page.html',
})
export class MessagesPage {
  private readonly client = inject(ThreadsClient);
  private readonly injector = inject(Injector);
  private readonly router = inject(Router);
  private readonly live = inject(Live);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap);
  protected readonly session = inject(Session);

  protected readonly nl = nl;
  protected readonly filters = inboxFilters;
  protected readonly limits = threadLimits;
  /** Whether to offer the lists of the inbox at all; the API decides what is on them. */
  protected readonly hasInbox = computed(() => {
    const roles = this.session.person()?.roles ?? [];
    return roles.some(({ role }) => role === 'broker' || role === 'official');
  });
  protected readonly filter = computed(() => {
    const asked = this.query()?.get('bak');
    return inboxFilters.find((one) => this.hasInbox() && one === asked) ?? null;
  });
  /** What is looked for, from the address. */
  protected readonly search = computed(() => this.query()?.get('zoek')?.trim().slice(0, threadLimits.search.max) ?? '');
  private readonly wanted = computed<ThreadFilter>(() => ({ inbox: this.filter(), search: this.search() || null }), {
    equal: (one, other) => one.inbox === other.inbox && one.search === other.search,
  });
  protected readonly isWhole = computed(() => !this.filter() && !this.search());
  protected readonly empty = computed(() =>
    this.search() ? nl.find.empty : this.filter() ? nl.inbox.emptyFilter : nl.empty,
  );
  protected readonly dateName = dateName;
  protected readonly dayName = dayName;
  protected readonly answer = threadsResource(
    () => !!this.session.person(),
    () => this.wanted(),
  );
  private readonly villages = villagesResource();
  private readonly page = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  /** Threads after the first page stay as they were loaded; a failing connection takes nothing from the screen. */
  protected readonly threads = linkedSignal<
    { readonly wanted: ThreadFilter; readonly page: PageOf<ThreadSummary> | null },
    PageOf<ThreadSummary> | null
  >({
    source: () => ({ wanted: this.wanted(), page: this.page() }),
    computation: ({ wanted, page }, previous) => {
      const before = previous?.source.wanted === wanted ? previous.value : null;
      // What leaves a list that was asked for is gone from it; nothing of it is kept from before.
      return page ? (wanted.inbox || wanted.search ? page : mergedWith(page, before)) : before;
    },
  });
  protected readonly chosen = computed(() => this.query()?.get('gesprek') ?? null);
  protected readonly isWriting = computed(() => this.chosen() === writing);
  protected readonly isWritingVillage = computed(() => this.chosen() === writingVillage);
  protected readonly threadId = computed(() => (this.isWriting() || this.isWritingVillage() ? null : this.chosen()));
  /** The last change that was heard, for the thread on the screen; a new object each time. */
  protected readonly heard = signal({});
  protected readonly isLost = computed(() => this.live.state() === 'lost');
  /** Whether to offer writing at all; the API decides. */
  protected readonly mayWrite = computed(() => {
    const person = this.session.person();
    return !!person && actsAsResident(person);
  });
  protected readonly homeId = computed(() => this.session.person()?.homeVillageId ?? null);
  /** Who works for the municipality writes from where they live, but is not sent there to choose. */
  protected readonly needsHome = computed(() => {
    const person = this.session.person();
    return !!person && !person.homeVillageId && !isStaff(person);
  });
  private readonly allVillages = computed(() => (this.villages.hasValue() ? this.villages.value().items : []));
  protected readonly homeName = computed(() => this.allVillages().find(({ id }) => id === this.homeId())?.name ?? '');
  /** The village whose group this person speaks for; the API decides. */
  protected readonly ownGroup = computed(() => {
    const role = this.session.person()?.roles.find((one) => one.role === 'secretary' && one.scopeType === 'village');
    return this.allVillages().find(({ id }) => id === role?.scopeId) ?? null;
  });
  protected readonly otherVillages = computed(() => this.allVillages().filter(({ id }) => id !== this.ownGroup()?.id));

  /** Back to this very thread, as a mail may link to it. */
  protected readonly returnPath = computed(() => {
    const id = this.chosen();
    return id ? `/berichten?gesprek=${encodeURIComponent(id)}` : '/berichten';
  });

  constructor() {
    inject(Page).named(nl.page);
    followRooms(
      () => {
        const person = this.session.person();
        return person ? [`person:${person.id}` as const] : [];
      },
      (change) => {
        if (change && change.kind !== 'thread') return;
        this.answer.reload();
        if (!change || change.threadId === this.threadId()) this.heard.set({});
      },
    );
  }

  protected others({ participants }: ThreadSummary): string {
    const me = this.session.person()?.displayName;
    const shown = participants.filter(({ kind, name }) => kind !== 'person' || name !== me);
    return nl.with(listName((shown.length ? shown : participants).map((one) => nl.side(one))));
  }

  protected async loadMore(cursor: string): Promise<void> {
    const next = await this.client.listAfter(cursor, this.wanted()).catch(() => null);
    if (next) this.threads.update((page) => page && { ...next, items: [...page.items, ...next.items] });
  }

  protected async find(event: Event, words: string): Promise<void> {
    event.preventDefault();
    const queryParams = { zoek: words.trim() || null };
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async opened(id: string): Promise<void> {
    this.answer.reload();
    await this.open(id);
  }

  protected async open(id: string | null): Promise<void> {
    await this.router.navigate([], { queryParams: { gesprek: id, bak: this.filter(), zoek: this.search() || null } });
    afterNextRender({ write: () => this.focusOn(id) }, { injector: this.injector });
  }

  protected async back(event: Event): Promise<void> {
    event.preventDefault();
    await this.open(null);
  }

  /** On a small screen the thread takes the place of the list, and the focus goes with it. */
  private focusOn(id: string | null): void {
    const target = id ? '#gesprek' : '.ka-q a, .ka-threads__start';
    globalThis.document.querySelector<HTMLElement>(target)?.focus();
  }
}

function mergedWith(page: PageOf<ThreadSummary>, before: PageOf<ThreadSummary> | null): PageOf<ThreadSummary> {
  const ids = new Set(page.items.map(({ id }) => id));
  const last = page.items.at(-1);
  const rest = before?.items.filter(
    ({ id, lastMessageAt }) => !ids.has(id) && last && lastMessageAt <= last.lastMessageAt,
  );
  return before && rest?.length ? { items: [...page.items, ...rest], nextCursor: before.nextCursor } : page;
}
