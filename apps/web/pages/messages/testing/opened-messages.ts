import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { MessageView, NoteView, ThreadView } from '@kernagenda/conversations/domain';
import type { MeView, Role } from '@kernagenda/identity/domain';
import type { TextBlockView } from '@kernagenda/moderation/domain';
import type { Change } from '@kernagenda/shared/domain';
import { API_TRANSPORT, Live, type LiveCallback } from '@kernagenda/shared/web';
import { json } from '@kernagenda/shared/web/testing';
import { MessagesPage } from '../messages-page';

export const meWith = (homeVillageId: string | null, role?: Role, villageId?: string): MeView => ({
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

export const thread: ThreadView = {
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

export const message: MessageView = {
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

export const note: NoteView = {
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
  readonly go: (path: string) => Promise<void>;
  readonly hear: (change: Change) => Promise<void>;
  readonly address: () => string;
}

/** What the API answers otherwise, by its path, with the method before it where that is not GET. */
type Answers = Readonly<Record<string, () => Response | Promise<Response>>>;

/** The page in a browser, beside the API as it sees it: what changes something fails unless `otherwise` says more. */
export async function open(
  path: string,
  me: MeView,
  shown: ThreadView = thread,
  said: MessageView = message,
  otherwise: Answers = {},
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
    const other = otherwise[method === 'GET' ? address : `${method ?? ''} ${address}`];
    if (other) return other();
    if (method !== 'GET' && !address.endsWith('/read')) throw new Error('no connection');
    return json(answers[address.split('?', 1)[0] ?? ''] ?? null);
  };
  const callbacks = new Set<LiveCallback>();
  const listen = (_: string, callback: LiveCallback): (() => void) => {
    callbacks.add(callback);
    return () => callbacks.delete(callback);
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'berichten', component: MessagesPage },
        { path: 'voorstellen/:id', children: [] },
      ]),
      { provide: API_TRANSPORT, useValue: transport },
      { provide: Live, useValue: { listen, state: signal('connected'), rightsChanges: signal(0) } },
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
  return {
    element: harness.routeNativeElement as HTMLElement,
    ...{ sent, settle },
    go: async (to) => {
      await harness.navigateByUrl(to);
      await settle();
    },
    hear: async (change) => {
      callbacks.forEach((callback) => callback(change));
      await settle();
    },
    address: () => TestBed.inject(Router).url,
  };
}
