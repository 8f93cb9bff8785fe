import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Session } from '@kernagenda/identity/web';
import type { CloseEveningInput, EveningNoteInput, EveningNoteView } from '@kernagenda/intake/domain/evenings';
import { ApiError, Clock, Live } from '@kernagenda/shared/web';
import { EVENING_STORE, type BookName, type KeptEvening, type KeptNote, pageStore } from './evening-store';
import { EveningsClient } from './evenings-client';

/**
 * How this computer stands with the server. `asking`: nothing is known yet; `signed_out`: the session ended, and what
 * is not sent waits for it.
 */
export type Standing = 'asking' | 'connected' | 'offline' | 'signed_out' | 'missing' | 'not_allowed';

const againMs = 5_000;
/** Others write fast too: what they wrote is fetched together. */
const togetherMs = 500;
const patienceMs = 3_000;
/** Who wrote an evening here last: without a line nobody else can tell. Signing out forgets it. */
const personKey = 'ka_evening_person';

/**
 * One evening on this computer. Whatever is written goes to the store of the browser first, and from there to the
 * server, as often as it takes: the id of a note makes a second time harmless.
 */
@Injectable()
export class EveningBook {
  private readonly client = inject(EveningsClient);
  private store = inject(EVENING_STORE);
  private readonly session = inject(Session);
  private readonly clock = inject(Clock);
  private readonly live = inject(Live);
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly stops: (() => void)[] = [];
  private name: BookName | null = null;
  private channel: BroadcastChannel | null = null;
  private writes = 0;
  private isSending = false;
  private isAskedAgain = false;
  private isBehind = true;

  private readonly kept = signal<ReadonlyMap<string, KeptNote>>(new Map());
  private readonly refusedIds = signal<ReadonlySet<string>>(new Set());
  readonly standing = signal<Standing>('asking');
  readonly evening = signal<KeptEvening | null>(null);
  /** False when this browser keeps nothing: what is not sent is lost when the page closes. */
  readonly isKeptHere = signal(true);
  /** Notes of somebody whose session ended, while nobody may see them. */
  readonly hiddenCount = signal(0);
  /** Every note that was not removed, the newest first. */
  readonly notes = computed<readonly KeptNote[]>(() =>
    [...this.kept().values()]
      .filter(({ note }) => !note.isRemoved)
      .sort((one, other) => Date.parse(other.note.enteredAt) - Date.parse(one.note.enteredAt)),
  );
  /** Notes of which the server does not have the last edit. */
  readonly pendingCount = computed(() => [...this.kept().values()].filter(({ isPending }) => isPending).length);
  /** Notes the server will not take, because the evening was sent in without them. */
  readonly refused = computed<readonly EveningNoteView[]>(() =>
    [...this.kept().values()]
      .filter(({ note, isPending }) => isPending && !note.isRemoved && this.refusedIds().has(note.id))
      .map(({ note }) => note),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stops.forEach((stop) => stop()));
  }

  /** Opens an evening, in the browser: first what this computer has of it, then what the server says. */
  async open(eveningId: string): Promise<void> {
    const before = this.window?.localStorage.getItem(personKey) ?? null;
    const answer = await Promise.race([
      this.session.ask().then(
        (person) => ({ personId: person?.id ?? null }),
        () => null,
      ),
      new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs)),
    ]);
    const personId = answer ? answer.personId : before;
    if (answer && personId === null) return this.hide(before, eveningId);
    if (personId === null) {
      this.standing.set('offline');
      return;
    }
    this.window?.localStorage.setItem(personKey, personId);
    this.name = { personId, eveningId };
    await this.show().catch(() => {
      this.isKeptHere.set(false);
      this.store = pageStore();
    });
    this.listen(eveningId);
    await this.sync();
  }

  /** Writes a new note. @returns its id */
  add(input: Omit<EveningNoteInput, 'enteredAt' | 'revision' | 'isRemoved'>): string {
    const id = crypto.randomUUID();
    // In the order in which they were said, also within a millisecond and on a clock that was put back.
    const last = this.notes()[0]?.note.enteredAt;
    const at = Math.max(this.clock.now().getTime(), last ? Date.parse(last) + 1 : 0);
    const note = {
      ...input,
      id,
      proposalId: null,
      isLeftOut: false,
      isRemoved: false,
      enteredAt: new Date(at).toISOString(),
      revision: at,
    };
    void this.write(note);
    return id;
  }

  /** Changes a note that is there, from what it says now: keys are faster than the screen. */
  change(id: string, change: (note: EveningNoteView) => Partial<EveningNoteInput>): void {
    const note = this.kept().get(id)?.note;
    if (!note) return;
    void this.write({ ...note, ...change(note), revision: Math.max(this.clock.now().getTime(), note.revision + 1) });
  }

  /** Has the evening sent in. @throws ApiError */
  async close(input: CloseEveningInput): Promise<void> {
    if (!this.name) return;
    const { notes: _, ...evening } = await this.client.close(this.name.eveningId, input);
    this.evening.set(evening);
    await this.sync();
  }

  /** Sends what waits and takes over what others wrote. */
  sync(): Promise<void> {
    this.isBehind = true;
    return this.send();
  }

  /** Several calls at once are one more turn. */
  private async send(): Promise<void> {
    const { name } = this;
    if (!name) return;
    if (this.isSending) {
      this.isAskedAgain = true;
      return;
    }
    this.isSending = true;
    this.isAskedAgain = false;
    const standing = await this.exchange(name).then(() => 'connected' as const, standingAfter);
    this.isSending = false;
    this.standing.set(standing);
    // Without an answer the next turn is that of the timer.
    if (standing === 'connected' && this.hasMore()) await this.send();
  }

  private hasMore(): boolean {
    return this.isAskedAgain;
  }

  private async exchange(name: BookName): Promise<void> {
    const waiting = [...this.kept().values()].filter(({ isPending }) => isPending);
    const refused = new Set<string>();
    for (const { note } of waiting.sort((one, other) => one.note.revision - other.note.revision)) {
      try {
        await this.store.settle(name, note, await this.client.keep(name.eveningId, note));
      } catch (error) {
        if (!(error instanceof ApiError) || !['wrong_state', 'invalid_input'].includes(error.code)) throw error;
        refused.add(note.id);
      }
    }
    this.refusedIds.set(refused);
    if (this.isBehind || refused.size > 0) await this.takeOver(name);
    else await this.show();
    if (this.evening()?.state !== 'closed') this.channel?.postMessage(name.eveningId);
  }

  private async takeOver(name: BookName): Promise<void> {
    this.isBehind = false;
    try {
      const view = await this.client.get(name.eveningId);
      await this.store.adopt(name, view);
      await this.show();
      // What everybody can find on the server needs no place on a computer that others use too.
      if (view.state === 'closed' && this.pendingCount() === 0) await this.store.forget(name);
    } catch (error) {
      this.isBehind = true;
      throw error;
    }
  }

  private async write(note: EveningNoteView): Promise<void> {
    if (!this.name) return;
    this.writes += 1;
    this.kept.update((kept) => new Map(kept).set(note.id, { note, isPending: true }));
    await this.store.write(this.name, note).catch(() => this.isKeptHere.set(false));
    this.channel?.postMessage(this.name.eveningId);
    await this.send();
  }

  /** Shows what the store has; once more when something was written meanwhile. */
  private async show(): Promise<void> {
    const { name } = this;
    if (!name) return;
    const at = this.writes;
    const book = await this.store.read(name);
    if (at !== this.writes) return this.show();
    this.kept.set(new Map(book.notes.map((kept) => [kept.note.id, kept])));
    if (book.evening) this.evening.set(book.evening);
  }

  private async hide(before: string | null, eveningId: string): Promise<void> {
    const book = before && (await this.store.read({ personId: before, eveningId }));
    this.hiddenCount.set(book ? book.notes.filter(({ isPending }) => isPending).length : 0);
    this.standing.set('signed_out');
  }

  private listen(eveningId: string): void {
    const { window } = this;
    if (!window) return;
    const again = (): void => void this.sync();
    let heard: ReturnType<typeof setTimeout> | undefined;
    const hear = (): void => {
      clearTimeout(heard);
      heard = setTimeout(again, togetherMs);
    };
    this.stops.push(this.live.listen(`evening:${eveningId}`, hear));
    window.addEventListener('online', again);
    const timer = setInterval(() => {
      if (this.standing() !== 'connected' || this.pendingCount() > this.refused().length) again();
    }, againMs);
    this.stops.push(
      () => window.removeEventListener('online', again),
      () => clearInterval(timer),
    );
    if (!('BroadcastChannel' in window)) return;
    const channel = new BroadcastChannel('ka_evenings');
    channel.onmessage = ({ data }) => {
      if (data === eveningId) void this.show();
    };
    this.channel = channel;
    this.stops.push(() => channel.close());
  }
}

function standingAfter(error: unknown): Standing {
  const status = error instanceof ApiError ? error.status : 0;
  if (status === 401) return 'signed_out';
  if (status === 403) return 'not_allowed';
  return status === 404 ? 'missing' : 'offline';
}
