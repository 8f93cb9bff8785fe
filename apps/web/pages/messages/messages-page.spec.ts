import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { InboxView, MessageView, NoteView, ThreadView } from '@kernagenda/conversations/domain';
import type { MeView, Role } from '@kernagenda/identity/domain';
import type { TextBlockView } from '@kernagenda/moderation/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { MessagesPage } from './messages-page';

const meWith = (homeVillageId: string | null, role?: Role, villageId?: string): MeView => ({
  demo: false,
  person: {
    id: 'p',
    displayName: 'Bewoner Tricht',
    email: 'bewoner@example.org',
    homeVillageId,
    homeVillageFixedUntil: null,
    roles: role ? [{ role, scopeType: villageId ? 'village' : 'municipality', scopeId: villageId ?? 'm' }] : [],
  },
});

const thread: ThreadView = {
  id: 't1',
  title: 'De bus rijdt niet meer',
  subjectKind: 'direct',
  subjectId: 'v1',
  participants: [
    { kind: 'person', name: 'Bewoner Tricht', hasLeft: false },
    { kind: 'brokers', name: 'Tricht', hasLeft: false },
  ],
  createdAt: '2026-03-02T09:00:00Z',
  lastMessageAt: '2026-03-03T09:00:00Z',
  excerpt: 'Vanaf maandag.',
  unread: 1,
  inbox: null,
  hasLeft: false,
  allowedActions: ['write', 'leave'],
};

const message: MessageView = {
  id: 'm2',
  number: 2,
  body: 'Vanaf maandag.',
  photos: [],
  author: 'Gebiedsmakelaar',
  isMine: false,
  side: { kind: 'brokers', name: 'Tricht' },
  createdAt: '2026-03-03T09:00:00Z',
  isDrafted: false,
  proposalId: null,
  allowedActions: [],
};

const note: NoteView = {
  ...{ id: 'n1', body: 'Bel eerst.', author: 'Carla de Collega', isMine: false },
  createdAt: '2026-03-03T09:00:00Z',
};

const block: TextBlockView = {
  ...{ id: 'b1', name: 'Ik zoek het uit', rule: null, decision: null, text: 'Ik zoek dit voor u uit.' },
  version: 1,
};

interface Opened {
  readonly element: HTMLElement;
  readonly sent: string[];
  readonly settle: () => Promise<void>;
}

async function open(
  path: string,
  me: MeView,
  shown: ThreadView = thread,
  said: MessageView = message,
): Promise<Opened> {
  const sent: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    '/api/v1/me': me,
    '/api/v1/villages': {
      items: [
        { id: 'v1', slug: 'tricht', name: 'Tricht' },
        { id: 'v2', slug: 'deil', name: 'Deil' },
      ],
      nextCursor: null,
    },
    '/api/v1/teams': { items: [{ id: 'g', name: 'Groen' }], nextCursor: null },
    '/api/v1/threads': { items: [shown], nextCursor: null },
    '/api/v1/threads/t1/messages': { items: [said], nextCursor: null, thread: shown },
    '/api/v1/threads/t1/notes': { items: [note] },
    '/api/v1/text-blocks': { items: [block, { ...block, id: 'b2', name: 'Reden', rule: 'unclear' }], nextCursor: null },
  };
  const transport = async (address: string, { method, body }: RequestInit): Promise<Response> => {
    if (method !== 'GET') sent.push(`${method} ${address} ${String(body)}`);
    else if (address.startsWith('/api/v1/threads?')) sent.push(address);
    if (method !== 'GET' && !address.endsWith('/read')) throw new Error('no connection');
    return json(answers[address.split('?', 1)[0] ?? ''] ?? null);
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'berichten', component: MessagesPage }]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: LIVE_SOCKET, useValue: () => new Promise(() => undefined) },
    ],
  });
  const harness = await RouterTestingHarness.create(path);
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 6; round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  };
  await settle();
  return { element: harness.routeNativeElement as HTMLElement, sent, settle };
}

describe('"Berichten"', () => {
  beforeEach(() => sessionStorage.clear());

  it('lists the threads with what is new, and marks as read what is opened', async () => {
    const { element, sent } = await open('/berichten?gesprek=t1', meWith('v1'));
    expect(element.querySelector('.ka-threads a')?.textContent).toContain('1 nieuw');
    expect(element.querySelector('.ka-threads .ka-stand')?.textContent).toContain('Met Gebiedsmakelaar van Tricht');
    expect(element.querySelector('.ka-letters')?.textContent).toContain('Gebiedsmakelaar, Gebiedsmakelaar van Tricht');
    expect(sent).toEqual(['/api/v1/threads?limit=50', 'POST /api/v1/threads/t1/read {"number":2}']);
  });

  it('keeps an answer that could not be sent, and says so', async () => {
    const { element, settle } = await open('/berichten?gesprek=t1', meWith('v1'));
    const field = element.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Dank u wel.';
    field.dispatchEvent(new Event('input'));
    element.querySelector('.ka-desk__read form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(element.querySelector('[role=alert]')?.textContent).toContain('wat u schreef, is bewaard');
    expect(field.value).toBe('Dank u wel.');
    expect(sessionStorage.getItem('ka_talk')).toContain('Dank u wel.');
  });

  it('has no field for who only reads along, or left', async () => {
    const reader = await open('/berichten?gesprek=t1', meWith(null), { ...thread, allowedActions: [] });
    expect(reader.element.querySelector('textarea')).toBeNull();
    expect(reader.element.textContent).toContain('U leest mee.');
    TestBed.resetTestingModule();
    const left = await open('/berichten?gesprek=t1', meWith(null), { ...thread, hasLeft: true, allowedActions: [] });
    expect(left.element.textContent).toContain('U deed tot hier mee');
  });

  it('tells who answers and by when, and lets only who may give it away', async () => {
    const inbox: InboxView = {
      state: 'waiting',
      holder: { kind: 'team', name: 'Wegen' },
      ...{ assignee: 'Wim', isMine: false, dueOn: '2026-03-10', isLate: false },
    };
    const resident = await open('/berichten?gesprek=t1', meWith('v1'), { ...thread, inbox });
    expect(resident.element.textContent).toContain('Wim (Team Wegen) antwoordt uiterlijk');
    expect(resident.element.querySelector('ka-inbox-acts select')).toBeNull();
    expect(resident.element.querySelector('nav.ka-tabs')).toBeNull();
    TestBed.resetTestingModule();
    const staff = await open('/berichten?gesprek=t1&bak=late', meWith(null, 'broker'), {
      ...{ ...thread, inbox },
      allowedActions: ['hand_over'],
    });
    expect(staff.element.querySelector('nav.ka-tabs [aria-current]')?.textContent).toBe('Te laat');
    expect(staff.element.textContent).toContain('Dit gesprek is overgedragen. U leest mee.');
    staff.element.querySelector('ka-inbox-acts form')?.dispatchEvent(new Event('submit'));
    await staff.settle();
    expect(staff.sent).toContain('POST /api/v1/threads/t1/hand-over {"teamId":null}');
  });

  it('makes a draft of a message with one press, and keeps saying so when that fails', async () => {
    const said: MessageView = { ...message, allowedActions: ['make_draft'] };
    const { element, sent, settle } = await open('/berichten?gesprek=t1', meWith(null, 'broker'), thread, said);
    element.querySelector<HTMLElement>('ka-message-draft button')?.click();
    await settle();
    expect(sent).toContain('POST /api/v1/threads/t1/messages/m2/draft undefined');
    expect(element.querySelector('ka-message-draft [role=alert]')?.textContent).toContain('Er is niets gemaakt.');
  });

  it('leads to the proposal that a message became to who may open it', async () => {
    const made: MessageView = { ...message, isDrafted: true };
    const staff = await open('/berichten?gesprek=t1', meWith(null, 'broker'), thread, made);
    expect(staff.element.querySelector('ka-message-draft')?.textContent).toContain('is een concept van een voorstel');
    expect(staff.element.querySelector('ka-message-draft a')).toBeNull();
    TestBed.resetTestingModule();
    const resident = await open('/berichten?gesprek=t1', meWith('v1'), thread, { ...made, proposalId: 'p9' });
    expect(resident.element.querySelector('ka-message-draft a')?.getAttribute('href')).toBe('/voorstellen/p9');
  });

  it('shows notes to colleagues alone, and keeps one that could not be sent', async () => {
    const resident = await open('/berichten?gesprek=t1', meWith('v1'));
    expect(resident.element.querySelector('ka-thread-notes')).toBeNull();
    TestBed.resetTestingModule();
    const colleague = { ...thread, allowedActions: ['write', 'note'] } as const;
    const { element, sent, settle } = await open('/berichten?gesprek=t1', meWith(null, 'broker'), colleague);
    expect(element.querySelector('ka-thread-notes summary')?.textContent).toBe('Notities voor collega’s (1)');
    expect(element.querySelector('.ka-notes')?.textContent).toContain('Bel eerst.');
    const field = element.querySelector<HTMLTextAreaElement>('ka-thread-notes textarea');
    if (field) field.value = 'Ik bel dinsdag.';
    field?.dispatchEvent(new Event('input'));
    element.querySelector('ka-thread-notes form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(sent).toContain('POST /api/v1/threads/t1/notes {"body":"Ik bel dinsdag."}');
    expect(element.querySelector('ka-thread-notes [role=alert]')?.textContent).toContain('niet bewaard');
    expect(field?.value).toBe('Ik bel dinsdag.');
  });

  it('lets a secretary write another village, which is chosen first', async () => {
    const me = meWith('v1', 'secretary', 'v1');
    const { element, sent, settle } = await open('/berichten?gesprek=dorp', me);
    const type = (name: string, value: string, event: string): void => {
      const field = element.querySelector<HTMLInputElement>(`ka-new-thread [name=${name}]`);
      if (field) field.value = value;
      field?.dispatchEvent(new Event(event));
    };
    type('onderwerp', 'Samen een bus', 'input');
    type('bericht', 'Doet u mee?', 'input');
    element.querySelector('ka-new-thread form')?.dispatchEvent(new Event('submit'));
    await settle();
    expect(element.querySelector('ka-error-summary')?.textContent).toContain('Kies het dorp dat u schrijft.');
    type('dorp', 'v2', 'change');
    element.querySelector('ka-new-thread form')?.dispatchEvent(new Event('submit'));
    await settle();
    const input = { villageId: 'v1', toVillageId: 'v2', title: 'Samen een bus', body: 'Doet u mee?', photos: [] };
    expect(sent.at(-1)).toBe(`POST /api/v1/threads ${JSON.stringify(input)}`);
    expect(element.querySelector('.ka-threads__start:not(.ka-button--second)')?.textContent).toContain('Schrijf de');
  });

  it('offers text blocks for answers to colleagues, behind what was already typed', async () => {
    const resident = await open('/berichten?gesprek=t1', meWith('v1'));
    expect(resident.element.querySelector('[name=tekstblok]')).toBeNull();
    TestBed.resetTestingModule();
    const colleague = { ...thread, allowedActions: ['write', 'note'] } as const;
    const { element, settle } = await open('/berichten?gesprek=t1', meWith(null, 'broker'), colleague);
    const blocks = element.querySelector<HTMLSelectElement>('[name=tekstblok]');
    expect([...(blocks?.options ?? [])].map(({ text }) => text)).toEqual(['Kies een tekstblok', 'Ik zoek het uit']);
    const field = element.querySelector<HTMLTextAreaElement>('[name=antwoord]');
    if (field) field.value = 'Beste Sanne,';
    field?.dispatchEvent(new Event('input'));
    if (blocks) blocks.value = 'b1';
    blocks?.dispatchEvent(new Event('change'));
    await settle();
    expect([field?.value, blocks?.value]).toEqual(['Beste Sanne,\n\nIk zoek dit voor u uit.', '']);
  });

  it('looks for words in all threads, and in the list of the inbox that is open', async () => {
    const { element, sent, settle } = await open('/berichten?bak=team', meWith(null, 'broker'));
    const field = element.querySelector<HTMLInputElement>('#find-threads');
    if (field) field.value = ' bus & trein ';
    field?.form?.dispatchEvent(new Event('submit'));
    await settle();
    expect(sent.at(-1)).toBe('/api/v1/threads?limit=50&inbox=team&search=bus+%26+trein');
    expect(element.querySelector('[role=status].ka-sr')?.textContent).toContain('1 gesprek gevonden.');
  });

  it('offers to write to the broker to a resident with a village, not to who works for the municipality', async () => {
    const start = (element: HTMLElement): string | undefined =>
      element.querySelector('.ka-threads__start')?.textContent.trim();
    expect(start((await open('/berichten', meWith('v1'))).element)).toBe('Schrijf de gebiedsmakelaar van Tricht');
    TestBed.resetTestingModule();
    expect(start((await open('/berichten', meWith('v1', 'official'))).element)).toBeUndefined();
    TestBed.resetTestingModule();
    const { element } = await open('/berichten', meWith(null));
    expect(start(element)).toBeUndefined();
    expect(element.textContent).toContain('Kies eerst uw dorp.');
    TestBed.resetTestingModule();
    expect((await open('/berichten', meWith(null, 'broker'))).element.textContent).not.toContain('Kies eerst uw dorp.');
  });
});
