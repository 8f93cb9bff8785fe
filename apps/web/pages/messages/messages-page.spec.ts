import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { InboxView, MessageView, ThreadView } from '@kernagenda/conversations/domain';
import type { MeView, Role } from '@kernagenda/identity/domain';
import { API_TRANSPORT, LIVE_SOCKET } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { MessagesPage } from './messages-page';

const meWith = (homeVillageId: string | null, role?: Role): MeView => ({
  demo: false,
  person: {
    id: 'p',
    displayName: 'Bewoner Tricht',
    email: 'bewoner@example.org',
    homeVillageId,
    homeVillageFixedUntil: null,
    roles: role ? [{ role, scopeType: 'municipality', scopeId: 'm' }] : [],
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

interface Opened {
  readonly element: HTMLElement;
  readonly sent: string[];
  readonly settle: () => Promise<void>;
}

async function open(path: string, me: MeView, shown: ThreadView = thread): Promise<Opened> {
  const sent: string[] = [];
  const answers: Readonly<Record<string, unknown>> = {
    '/api/v1/me': me,
    '/api/v1/villages': { items: [{ id: 'v1', slug: 'tricht', name: 'Tricht' }], nextCursor: null },
    '/api/v1/teams': { items: [{ id: 'g', name: 'Groen' }], nextCursor: null },
    '/api/v1/threads': { items: [shown], nextCursor: null },
    '/api/v1/threads/t1/messages': { items: [message], nextCursor: null, thread: shown },
  };
  const transport = async (address: string, { method, body }: RequestInit): Promise<Response> => {
    if (method !== 'GET') sent.push(`${method} ${address} ${String(body)}`);
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
    expect(sent).toEqual(['POST /api/v1/threads/t1/read {"number":2}']);
  });

  it('keeps an answer that could not be sent, and says so', async () => {
    const { element, settle } = await open('/berichten?gesprek=t1', meWith('v1'));
    const field = element.querySelector('textarea') as HTMLTextAreaElement;
    field.value = 'Dank u wel.';
    field.dispatchEvent(new Event('input'));
    element.querySelector('form')?.dispatchEvent(new Event('submit'));
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
