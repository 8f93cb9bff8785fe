import { DOCUMENT, InjectionToken, inject } from '@angular/core';
import type { EveningNoteView, EveningView } from '@kernagenda/intake/domain/evenings';

/** A note on this computer. */
export interface KeptNote {
  readonly note: EveningNoteView;
  /** It, or an edit of it, has not reached the server. */
  readonly isPending: boolean;
}

/** An evening without its notes: those are kept one by one. */
export type KeptEvening = Omit<EveningView, 'notes'>;

/** What one person wrote on this computer in one evening. */
export interface BookName {
  readonly personId: string;
  readonly eveningId: string;
}

export interface Book {
  readonly evening: KeptEvening | null;
  readonly notes: readonly KeptNote[];
}

/** Where an evening is kept on this computer. Each function is done once it is on the disk. */
export interface EveningStore {
  read(book: BookName): Promise<Book>;
  /** A note that was written or edited here. */
  write(book: BookName, note: EveningNoteView): Promise<void>;
  /** The server has this revision: what was edited since stays pending. */
  settle(book: BookName, sent: EveningNoteView, stands: EveningNoteView): Promise<void>;
  /** What the server tells; notes that are still to be sent, or newer than what it tells, stay as they are. */
  adopt(book: BookName, view: EveningView): Promise<void>;
  /** Forgets an evening, unless something of it is pending. */
  forget(book: BookName): Promise<void>;
  /** How many notes of somebody wait here, by evening. */
  waiting(personId: string): Promise<ReadonlyMap<string, number>>;
}

interface Row extends KeptNote {
  readonly key: string;
  readonly book: string;
}

const bookKey = ({ personId, eveningId }: BookName): string => `${personId}/${eveningId}`;
const noteKey = (book: BookName, { id }: EveningNoteView): string => `${bookKey(book)}/${id}`;

function waitingBy(personId: string, rows: Iterable<Row>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { book, isPending } of rows) {
    const [owner, eveningId = ''] = book.split('/');
    if (isPending && owner === personId) counts.set(eveningId, (counts.get(eveningId) ?? 0) + 1);
  }
  return counts;
}

/** An answer that was long on its way tells less than what is here. */
const outlasts = ({ note, isPending }: KeptNote, told: EveningNoteView): boolean =>
  isPending || note.revision > told.revision;

const answerOf = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The store did not answer.'));
  });

const endOf = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error ?? new Error('The store did not answer.'));
    transaction.onabort = () => reject(transaction.error ?? new Error('The store is full or closed.'));
  });

/** Kept by the browser, through a reload, a crash and days without a line; signing out forgets all of it. */
class BrowserStore implements EveningStore {
  private opening: Promise<IDBDatabase> | null = null;

  constructor(private readonly factory: IDBFactory) {}

  async read(book: BookName): Promise<Book> {
    const transaction = await this.begin('readonly');
    const evening = answerOf<{ readonly view: KeptEvening } | undefined>(
      transaction.objectStore('evenings').get(bookKey(book)),
    );
    const rows = answerOf<Row[]>(transaction.objectStore('notes').index('book').getAll(bookKey(book)));
    return {
      evening: (await evening)?.view ?? null,
      notes: (await rows).map(({ note, isPending }) => ({ note, isPending })),
    };
  }

  async write(book: BookName, note: EveningNoteView): Promise<void> {
    const transaction = await this.begin('readwrite');
    this.put(transaction, book, note, true);
    await endOf(transaction);
  }

  async settle(book: BookName, sent: EveningNoteView, stands: EveningNoteView): Promise<void> {
    await this.unless(book, [stands], ({ note }) => note.revision !== sent.revision);
  }

  async adopt(book: BookName, { notes, ...view }: EveningView): Promise<void> {
    await this.unless(book, notes, outlasts, view);
  }

  async forget(book: BookName): Promise<void> {
    const transaction = await this.begin('readwrite');
    const notes = transaction.objectStore('notes');
    const rows = await answerOf<Row[]>(notes.index('book').getAll(bookKey(book)));
    if (rows.some(({ isPending }) => isPending)) return;
    transaction.objectStore('evenings').delete(bookKey(book));
    for (const { key } of rows) notes.delete(key);
    await endOf(transaction);
  }

  async waiting(personId: string): Promise<ReadonlyMap<string, number>> {
    const transaction = await this.begin('readonly');
    return waitingBy(personId, await answerOf<Row[]>(transaction.objectStore('notes').getAll()));
  }

  private async unless(
    book: BookName,
    notes: readonly EveningNoteView[],
    stays: (kept: KeptNote, told: EveningNoteView) => boolean,
    view?: KeptEvening,
  ): Promise<void> {
    const transaction = await this.begin('readwrite');
    const rows = await answerOf<Row[]>(transaction.objectStore('notes').index('book').getAll(bookKey(book)));
    const known = new Map(rows.map((row) => [row.note.id, row]));
    for (const note of notes) {
      const row = known.get(note.id);
      if (!row || !stays(row, note)) this.put(transaction, book, note, false);
    }
    if (view) transaction.objectStore('evenings').put({ key: bookKey(book), view });
    await endOf(transaction);
  }

  private put(transaction: IDBTransaction, book: BookName, note: EveningNoteView, isPending: boolean): void {
    const row: Row = { key: noteKey(book, note), book: bookKey(book), note, isPending };
    transaction.objectStore('notes').put(row);
  }

  private async begin(mode: IDBTransactionMode): Promise<IDBTransaction> {
    this.opening ??= this.open();
    return (await this.opening).transaction(['evenings', 'notes'], mode);
  }

  private async open(): Promise<IDBDatabase> {
    const request = this.factory.open('ka_evenings', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('evenings', { keyPath: 'key' });
      request.result.createObjectStore('notes', { keyPath: 'key' }).createIndex('book', 'book');
    };
    const database = await answerOf(request);
    // Signing out in another window deletes it, and waits until it is closed here.
    database.onversionchange = () => {
      database.close();
      this.opening = null;
    };
    return database;
  }
}

/** For a browser that keeps nothing: until the page is closed. */
class PageStore implements EveningStore {
  private readonly evenings = new Map<string, KeptEvening>();
  private readonly notes = new Map<string, Row>();

  constructor(name: BookName | null, book: Book) {
    if (!name) return;
    if (book.evening) this.evenings.set(bookKey(name), book.evening);
    for (const { note, isPending } of book.notes) this.put(name, note, isPending);
  }

  async read(book: BookName): Promise<Book> {
    const notes = [...this.notes.values()].filter((row) => row.book === bookKey(book));
    return { evening: this.evenings.get(bookKey(book)) ?? null, notes };
  }

  async write(book: BookName, note: EveningNoteView): Promise<void> {
    this.put(book, note, true);
  }

  async settle(book: BookName, sent: EveningNoteView, stands: EveningNoteView): Promise<void> {
    if (this.notes.get(noteKey(book, sent))?.note.revision === sent.revision) this.put(book, stands, false);
  }

  async adopt(book: BookName, { notes, ...view }: EveningView): Promise<void> {
    this.evenings.set(bookKey(book), view);
    for (const note of notes) {
      const row = this.notes.get(noteKey(book, note));
      if (!row || !outlasts(row, note)) this.put(book, note, false);
    }
  }

  async forget(book: BookName): Promise<void> {
    const rows = [...this.notes.values()].filter((row) => row.book === bookKey(book));
    if (rows.some(({ isPending }) => isPending)) return;
    this.evenings.delete(bookKey(book));
    for (const { key } of rows) this.notes.delete(key);
  }

  async waiting(personId: string): Promise<ReadonlyMap<string, number>> {
    return waitingBy(personId, this.notes.values());
  }

  private put(book: BookName, note: EveningNoteView, isPending: boolean): void {
    const key = noteKey(book, note);
    this.notes.set(key, { key, book: bookKey(book), note, isPending });
  }
}

/** With what is known of an evening so far. */
export const pageStore = (name: BookName | null = null, book: Book = { evening: null, notes: [] }): EveningStore =>
  new PageStore(name, book);

export const EVENING_STORE = new InjectionToken<EveningStore>('where evenings are kept on this computer', {
  providedIn: 'root',
  factory: () => {
    const factory = inject(DOCUMENT).defaultView?.indexedDB;
    return factory ? new BrowserStore(factory) : pageStore();
  },
});
