import { TestBed } from '@angular/core/testing';
import { threadLimits } from '@kernagenda/conversations/domain';
import type { InboxView, MessageView, ThreadView } from '@kernagenda/conversations/domain';
import { json } from '@kernagenda/shared/web/testing';
import { meWith, message, open, thread } from './testing/opened-messages';

const resident = meWith('v1');
const broker = meWith(null, 'broker');
const inbox: InboxView = {
  ...{ state: 'waiting', holder: { kind: 'brokers', name: 'Tricht' } },
  ...{ assignee: null, isMine: false, dueOn: '2026-03-10', isLate: false },
};
const read = 'POST /api/v1/threads/t1/read {"number":2}';

const type = (element: HTMLElement, selector: string, text: string): HTMLTextAreaElement => {
  const field = element.querySelector(selector) as HTMLTextAreaElement;
  field.value = text;
  field.dispatchEvent(new Event('input'));
  return field;
};
const submit = ({ form }: HTMLTextAreaElement): boolean | undefined => form?.dispatchEvent(new Event('submit'));
const press = (element: HTMLElement, text: string): void =>
  [...element.querySelectorAll('button')].find((one) => one.textContent.trim() === text)?.click();

describe('a thread that is open', () => {
  beforeEach(() => sessionStorage.clear());

  it.each([
    ['nothing', '  ', 'Schrijf uw bericht.'],
    ['too much', 'x'.repeat(threadLimits.body.max + 1), 'Maak uw bericht korter'],
  ])('sends no answer of %s', async (_what, text, fault) => {
    const { element, sent, settle } = await open('/berichten?gesprek=t1', resident);
    submit(type(element, '[name=antwoord]', text));
    await settle();
    expect(element.querySelector('ka-field')?.textContent).toContain(fault);
    expect(sent.filter((call) => call.includes('/messages'))).toEqual([]);
  });

  it.each([
    ['is empty after an answer arrived', 'Dank u.', ''],
    ['keeps what was typed while an answer was on its way', 'En nog iets.', 'En nog iets.'],
  ])('%s', async (_what, typed, left) => {
    let arrive: (answer: Response) => void = () => undefined;
    const { element, settle } = await open('/berichten?gesprek=t1', resident, thread, message, {
      'POST /api/v1/threads/t1/messages': () => new Promise((resolve) => (arrive = resolve)),
    });
    submit(type(element, '[name=antwoord]', 'Dank u.'));
    await settle();
    const field = type(element, '[name=antwoord]', typed);
    arrive(json(message));
    await settle();
    expect(field.value).toBe(left);
  });

  it('shows earlier messages below those that were there', async () => {
    const earlier = { items: [{ ...message, id: 'm1', number: 1, body: 'Wanneer?' }], nextCursor: null, thread };
    const { element, settle } = await open('/berichten?gesprek=t1', resident, thread, message, {
      '/api/v1/threads/t1/messages': () => json({ items: [message], nextCursor: 'c', thread }),
      '/api/v1/threads/t1/messages?cursor=c': () => json(earlier),
    });
    press(element, 'Eerdere berichten');
    await settle();
    const bodies = [...element.querySelectorAll('.ka-letters .ka-prewrap')].map(({ textContent }) => textContent);
    expect(bodies).toEqual(['Vanaf maandag.', 'Wanneer?']);
  });

  it('tells who does not see it that somebody else wrote, and nothing of what this person wrote', async () => {
    let newest: MessageView = message;
    const { element, hear } = await open('/berichten?gesprek=t1', resident, thread, message, {
      '/api/v1/threads/t1/messages': () => json({ items: [newest], nextCursor: null, thread }),
    });
    const said = (): string | null | undefined => element.querySelector('ka-thread-pane [role=status]')?.textContent;
    newest = { ...message, id: 'm3', number: 3, isMine: true };
    await hear({ kind: 'thread', threadId: 't1' });
    expect(said()).toBe('');
    newest = { ...message, id: 'm4', number: 4, author: 'Carla' };
    await hear({ kind: 'thread', threadId: 't1' });
    expect(said()).toBe('Nieuw bericht van Carla.');
  });

  it('is read again, as the list is, when it changed', async () => {
    const { sent, hear } = await open('/berichten?gesprek=t1', resident);
    await hear({ kind: 'thread', threadId: 't9' });
    expect(sent.filter((call) => call === '/api/v1/threads?limit=50')).toHaveLength(2);
  });

  it('counts as read once somebody looks, and not again when nothing is new', async () => {
    const looks = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const { sent, settle } = await open('/berichten?gesprek=t1', resident);
    expect(sent).not.toContain(read);
    looks.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect(sent).toContain(read);
    TestBed.resetTestingModule();
    expect((await open('/berichten?gesprek=t1', resident, { ...thread, unread: 0 })).sent).not.toContain(read);
  });

  it('is left after it was asked whether that is meant', async () => {
    const { element, sent, settle } = await open('/berichten?gesprek=t1', resident);
    const left = 'POST /api/v1/threads/t1/leave undefined';
    press(element, 'Stop met dit gesprek');
    await settle();
    expect(sent).not.toContain(left);
    press(element, 'Ja, ik stop');
    await settle();
    expect(sent).toContain(left);
  });

  it('names who left, and says so when it is not there', async () => {
    const participants = [{ kind: 'person', name: 'Anna', hasLeft: true }] as const;
    const { element } = await open('/berichten?gesprek=t1', resident, { ...thread, participants });
    expect(element.querySelector('ka-thread-pane')?.textContent).toContain('Anna (doet niet meer mee)');
    TestBed.resetTestingModule();
    const gone = await open('/berichten?gesprek=t1', resident, thread, message, {
      '/api/v1/threads/t1/messages': () => json({ code: 'not_found' }, 404),
    });
    expect(gone.element.querySelector('ka-thread-pane')?.textContent).toContain('Dit gesprek is er niet');
  });

  it('shows no notes, words or failures of another thread', async () => {
    const noting: ThreadView = { ...thread, allowedActions: ['write', 'note'] };
    const { element, settle, go } = await open('/berichten?gesprek=t1', broker, noting, message, {
      '/api/v1/threads/t2/messages': () =>
        json({ items: [message], nextCursor: null, thread: { ...noting, id: 't2', title: 'De brug' } }),
      '/api/v1/threads/t2/notes': () => json({ code: 'internal' }, 500),
    });
    submit(type(element, '[name=antwoord]', 'Dank u.'));
    submit(type(element, '[name=notitie]', 'Ik bel dinsdag.'));
    await settle();
    expect(element.querySelectorAll('[role=alert]')).toHaveLength(2);
    await go('/berichten?gesprek=t2');
    expect(element.querySelector('#gesprek')?.textContent).toBe('De brug');
    expect(element.querySelector('.ka-notes')?.textContent).toBe('');
    expect([...element.querySelectorAll('textarea')].map(({ value }) => value)).toEqual(['', '']);
    expect(element.querySelectorAll('[role=alert]')).toHaveLength(0);
  });
});

describe('a thread in the inbox', () => {
  beforeEach(() => sessionStorage.clear());

  it('is handed over once the teams are known, to any but the one that has it', async () => {
    const holding: ThreadView = { ...thread, inbox, allowedActions: ['hand_over'] };
    const teams = (element: HTMLElement): (string | undefined)[] =>
      [...(element.querySelector<HTMLSelectElement>('#inbox-team')?.options ?? [])].map(({ text }) => text);
    const { element, settle } = await open('/berichten?gesprek=t1', broker, holding);
    expect(element.querySelector('ka-inbox-acts form')).toBeNull();
    element.querySelector('ka-inbox-acts details')?.dispatchEvent(new Event('toggle'));
    await settle();
    expect(teams(element)).toEqual(['Groen']);
    TestBed.resetTestingModule();
    const held = { ...holding, inbox: { ...inbox, holder: { kind: 'team', name: 'Groen' } } } as const;
    const other = await open('/berichten?gesprek=t1', broker, held);
    other.element.querySelector('ka-inbox-acts details')?.dispatchEvent(new Event('toggle'));
    await other.settle();
    expect(teams(other.element)).toEqual(['Terug naar de gebiedsmakelaar']);
  });

  it('is taken, closed and opened again with one press, and says when it is late', async () => {
    const late: ThreadView = { ...thread, inbox: { ...inbox, isLate: true }, allowedActions: ['assign', 'close'] };
    const { element, sent, settle } = await open('/berichten?gesprek=t1', broker, late);
    expect(element.querySelector('ka-inbox-acts')?.textContent).toContain('had uiterlijk');
    press(element, 'Ik pak dit op');
    await settle();
    press(element, 'Rond af');
    await settle();
    expect(sent.slice(-2)).toEqual([
      'POST /api/v1/threads/t1/assign {"personId":"p"}',
      'POST /api/v1/threads/t1/close undefined',
    ]);
    TestBed.resetTestingModule();
    const closed = await open('/berichten?gesprek=t1', broker, { ...late, allowedActions: ['reopen'] });
    press(closed.element, 'Open dit gesprek weer');
    await closed.settle();
    expect(closed.sent.at(-1)).toBe('POST /api/v1/threads/t1/reopen undefined');
  });

  it.each([
    ['who wrote it goes on with the draft', true, '/voorstellen/p9'],
    ['who answers stays', false, '/berichten?gesprek=t1'],
  ])('of a message that becomes a draft, %s', async (_what, isMine, path) => {
    const said: MessageView = { ...message, isMine, allowedActions: ['make_draft'] };
    const { element, settle, address } = await open('/berichten?gesprek=t1', resident, thread, said, {
      'POST /api/v1/threads/t1/messages/m2/draft': () => json({ ...said, isDrafted: true, proposalId: 'p9' }),
    });
    press(element, 'Maak hier een voorstel van');
    await settle();
    expect(address()).toBe(path);
  });
});
