import { DOCUMENT, DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Session } from '@kernagenda/identity/web';
import type { CloseEveningInput, EveningNoteInput, EveningNoteView } from '@kernagenda/intake/domain/evenings';
import { ApiError, Clock, Live } from '@kernagenda/shared/web';
import { EVENING_STORE, type BookName, type KeptEvening, type KeptNote, pageStore } from './evening-store';
import { EveningsClient, inTime } from './evenings-client';

/**
 * How this computer stands with the server. `asking`: nothing is known yet; `signed_out`: the session ended, and what
 * is not sent waits for it.
 */
export type Standing = 'asking' | 'connected' | 'offline' | 'signed_out' | 'missing' | 'not_allowed';

/** `wrong_state`: sent in or full without it. `invalid_input`: it has to be changed first. */
const refusals = ['wrong_state', 'invalid_input'] as const;
export type Refusal = (typeof refusals)[number];

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
  /** Whether the session was this person's when it was asked last, and every call was answered since. */
  private isSure = false;

  private readonly kept = signal<ReadonlyMap<string, KeptNote>>(new Map());
  private readonly refusals = signal<ReadonlyMap<string, Refusal>>(new Map());
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
  private readonly pending = computed(() => [...this.kept().values()].filter(({ isPending }) => isPending));
  /** Notes, also removed ones, of which the server does not have the last edit and will take it. */
  readonly waitingCount = computed(() => this.pending().filter(({ note }) => !this.refusals().has(note.id)).length);
  /** Notes the server will not take as they are. */
  readonly refused = computed<readonly { readonly note: EveningNoteView; readonly refusal: Refusal }[]>(() =>
    this.unsent().flatMap((note) => {
      const refusal = this.refusals().get(note.id);
      return refusal ? [{ note, refusal }] : [];
    }),
  );
  /** Notes that are on this computer alone, whatever the reason. */
  readonly unsent = computed<readonly EveningNoteView[]>(() =>
    this.pending().flatMap(({ note }) => (note.isRemoved ? [] : [note])),
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
    this.isSure = answer !== null;
    this.window?.localStorage.setItem(personKey, personId);
    this.name = { personId, eveningId };
    const { name } = this;
    await this.show().catch(() => this.keepInPage(name));
    // Asked for, so that the browser does not make room with it.
    if (this.window && 'storage' in this.window.navigator) void this.window.navigator.storage.persist();
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
    const standing = await this.exchange(name).then(
      () => 'connected' as const,
      async (error: unknown) => {
        this.isSure = false;
        if (!(error instanceof ApiError)) await this.keepInPage(name);
        return standingAfter(error);
      },
    );
    this.isSending = false;
    if (!this.name) return;
    this.standing.set(standing);
    // Without an answer the next turn is that of the timer.
    if (standing === 'connected' && this.hasMore()) await this.send();
  }

  private hasMore(): boolean {
    return this.isAskedAgain;
  }

  /** @throws ApiError when the session is nobody's, or that of somebody else, who sees nothing of this. */
  private async identify({ personId, eveningId }: BookName): Promise<void> {
    if (this.isSure) return;
    const person = await inTime(this.session.ask());
    if (person && person.id !== personId) await this.hide(personId, eveningId);
    if (person?.id !== personId) throw new ApiError(401, null);
    this.isSure = true;
  }

  private async exchange(name: BookName): Promise<void> {
    await this.identify(name);
    const waiting = [...this.kept().values()].filter(({ isPending }) => isPending);
    const refused = new Map<string, Refusal>();
    for (const { note } of waiting.sort((one, other) => one.note.revision - other.note.revision)) {
      try {
        await this.store.settle(name, note, await this.client.keep(name.eveningId, note));
      } catch (error) {
        const refusal = refusals.find((code) => error instanceof ApiError && error.code === code);
        if (!refusal) throw error;
        refused.set(note.id, refusal);
      }
    }
    this.refusals.set(refused);
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
      if (view.state === 'closed') await this.store.forget(name);
    } catch (error) {
      this.isBehind = true;
      throw error;
    }
  }

  private async write(note: EveningNoteView): Promise<void> {
    if (!this.name) return;
    this.writes += 1;
    this.kept.update((kept) => new Map(kept).set(note.id, { note, isPending: true }));
    const { name } = this;
    await this.store.write(name, note).catch(() => this.keepInPage(name));
    this.channel?.postMessage(name.eveningId);
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

  /** The browser keeps nothing, or nothing more: from here on all there is of the evening is in this page. */
  private async keepInPage(name: BookName): Promise<void> {
    if (!this.isKeptHere()) return;
    this.isKeptHere.set(false);
    this.store = pageStore(name, { evening: this.evening(), notes: [...this.kept().values()] });
  }

  private async hide(before: string | null, eveningId: string): Promise<void> {
    this.name = null;
    this.kept.set(new Map());
    this.evening.set(null);
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
    // Who comes back to this window may be somebody else, who signed in elsewhere.
    const returned = (): void => {
      this.isSure = false;
      again();
    };
    // Signing out in another window clears everything.
    const stored = ({ key, newValue }: StorageEvent): void => {
      const { name } = this;
      if (name && (key === null || (key === personKey && newValue !== name.personId)))
        void this.hide(key === null ? null : name.personId, name.eveningId);
    };
    window.addEventListener('online', again);
    window.addEventListener('focus', returned);
    window.addEventListener('storage', stored);
    const timer = setInterval(() => {
      if (this.standing() !== 'connected' || this.waitingCount() > 0) again();
    }, againMs);
    this.stops.push(
      () => window.removeEventListener('online', again),
      () => window.removeEventListener('focus', returned),
      () => window.removeEventListener('storage', stored),
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
