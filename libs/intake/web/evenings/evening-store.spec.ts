import type { EveningNoteView } from '@kernagenda/intake/domain/evenings';
import { pageStore } from './evening-store';

const book = { personId: 'p', eveningId: 'e' };
const aNote = (revision: number, text: string): EveningNoteView => ({
  ...{ id: 'n', text, theme: null, group: '', sameAs: null, dots: 0, place: '', email: null, revision },
  ...{ isRemoved: false, isLeftOut: false, proposalId: null, enteredAt: '2026-03-02T19:31:00.000Z' },
});
const told = (...notes: EveningNoteView[]) => ({
  ...{ id: 'e', village: { id: 't', slug: 'tricht', name: 'Tricht' }, title: '', day: '2026-03-02' },
  ...{ state: 'closed' as const, noteCount: notes.length, notes, allowedActions: [] },
});
const texts = async (store: ReturnType<typeof pageStore>) =>
  (await store.read(book)).notes.map(({ note, isPending }) => [note.text, isPending]);

describe('what is kept of an evening', () => {
  it('does not go back to an answer that was long on its way', async () => {
    const store = pageStore();
    await store.write(book, aNote(2, 'Nieuw'));
    await store.settle(book, aNote(2, 'Nieuw'), aNote(2, 'Nieuw'));
    await store.adopt(book, told(aNote(1, 'Oud')));
    expect(await texts(store)).toEqual([['Nieuw', false]]);
  });

  it('takes over what somebody else changed since', async () => {
    const store = pageStore();
    await store.write(book, aNote(2, 'Van hier'));
    await store.settle(book, aNote(2, 'Van hier'), aNote(3, 'Van daar'));
    expect(await texts(store)).toEqual([['Van daar', false]]);
  });

  it('is not forgotten while a note waits', async () => {
    const store = pageStore();
    await store.write(book, aNote(2, 'Wacht nog'));
    await store.forget(book);
    expect(await texts(store)).toEqual([['Wacht nog', true]]);
    await store.settle(book, aNote(2, 'Wacht nog'), aNote(2, 'Wacht nog'));
    await store.forget(book);
    expect(await texts(store)).toEqual([]);
  });
});
