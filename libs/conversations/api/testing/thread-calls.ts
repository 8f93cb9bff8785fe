import type {
  Colleague,
  InboxFilter,
  MessagePhotoInput,
  MessageView,
  NoteView,
  PossibleGuests,
  ThreadSummary,
  ThreadView,
} from '@kernagenda/conversations/domain';
import type { SignedIn, TestApp, TestResponse } from '@kernagenda/shared/api/testing';
import { aPhoto, openFile, sendFile } from '@kernagenda/proposals/api/testing';
import type { OpenedPhoto } from '@kernagenda/proposals/api/testing';
import type { PhotoView } from '@kernagenda/proposals/domain';
import type { Page, ProblemBody } from '@kernagenda/shared/domain';
import type { TestPerson } from '@kernagenda/identity/api/testing';
import { Threads } from '../threads';
import type { NewSide } from '../threads';

type Messages = Page<MessageView> & { readonly thread: ThreadView };
type Answer<Body> = Promise<TestResponse<Body>>;

export const threadPath = (id: string, part: 'messages' | 'read' | 'leave'): string => `/api/v1/threads/${id}/${part}`;

/** What people do with threads, over HTTP. */
export class ThreadCalls {
  constructor(private readonly app: TestApp) {}

  read(as: SignedIn | null, id: string, query = ''): Answer<Messages> {
    return this.app.request<Messages>('GET', threadPath(id, 'messages') + query, { as });
  }

  write(as: SignedIn | null, id: string, body = 'Dank u.', headers = {}): Answer<MessageView> {
    return this.app.request<MessageView>('POST', threadPath(id, 'messages'), { as, body: { body }, headers });
  }

  /** Writes a message with photos that were kept before. */
  writeWith(
    as: SignedIn | null,
    id: string,
    photos: readonly Partial<MessagePhotoInput>[],
    headers = {},
  ): Answer<MessageView & ProblemBody> {
    const body = { body: 'Zie de foto.', photos };
    return this.app.request('POST', threadPath(id, 'messages'), { as, body, headers });
  }

  /** Keeps a photo that is not sent yet. */
  async keepPhoto(as: TestPerson | null, file?: Buffer, headers = {}): Answer<PhotoView & ProblemBody> {
    const small = file ?? (await aPhoto({ width: 60, height: 40 }));
    return sendFile(this.app, as, '/api/v1/message-photos', small, { headers });
  }

  removePhoto(as: TestPerson | null, id: string): Answer<unknown> {
    return this.app.request('DELETE', `/api/v1/message-photos/${id}`, { as });
  }

  openPhoto(as: TestPerson | null, id: string, options: { size?: number; seen?: string } = {}): Promise<OpenedPhoto> {
    return openFile(this.app, as, `/api/v1/message-photos/${id}`, options);
  }

  makeDraft(as: SignedIn | null, id: string, messageId: string): Answer<MessageView & ProblemBody> {
    return this.app.request('POST', `/api/v1/threads/${id}/messages/${messageId}/draft`, { as });
  }

  assign(as: SignedIn | null, id: string, personId: string | null): Answer<ThreadView & ProblemBody> {
    return this.app.request('POST', `/api/v1/threads/${id}/assign`, { as, body: { personId } });
  }

  handOver(as: SignedIn | null, id: string, teamId: string | null): Answer<ThreadView & ProblemBody> {
    return this.app.request('POST', `/api/v1/threads/${id}/hand-over`, { as, body: { teamId } });
  }

  note(as: SignedIn | null, id: string, body: string): Answer<Page<NoteView> & ProblemBody> {
    return this.app.request('POST', `/api/v1/threads/${id}/notes`, { as, body: { body } });
  }

  notes(as: SignedIn | null, id: string): Answer<Page<NoteView> & ProblemBody> {
    return this.app.request('GET', `/api/v1/threads/${id}/notes`, { as });
  }

  close(as: SignedIn | null, id: string): Answer<ThreadView & ProblemBody> {
    return this.app.request('POST', `/api/v1/threads/${id}/close`, { as });
  }

  reopen(as: SignedIn | null, id: string): Answer<ThreadView & ProblemBody> {
    return this.app.request('POST', `/api/v1/threads/${id}/reopen`, { as });
  }

  colleagues(as: SignedIn | null, id: string): Answer<{ readonly items: readonly Colleague[] }> {
    return this.app.request('GET', `/api/v1/threads/${id}/colleagues`, { as });
  }

  /** Whom this person can bring in. */
  guests(as: SignedIn | null, id: string): Answer<PossibleGuests & ProblemBody> {
    return this.app.request('GET', `/api/v1/threads/${id}/guests`, { as });
  }

  invite(as: SignedIn | null, id: string, guest: object, headers = {}): Answer<ThreadView & ProblemBody> {
    const body = { body: 'Wilt u meedenken?', ...guest };
    return this.app.request('POST', `/api/v1/threads/${id}/guests`, { as, body, headers });
  }

  /** Ids of what is in the inbox of this person. */
  async inbox(as: SignedIn, filter: InboxFilter): Promise<readonly string[]> {
    const path = `/api/v1/threads?limit=100&inbox=${filter}`;
    return (await this.app.request<Page<ThreadSummary>>('GET', path, { as })).body.items.map(({ id }) => id);
  }

  /** Ids of what this person finds. */
  async find(as: SignedIn, words: string, filter: InboxFilter | null = null): Promise<readonly string[]> {
    const query = new URLSearchParams({ limit: '100', search: words, ...(filter && { inbox: filter }) });
    const { body } = await this.app.request<Page<ThreadSummary>>('GET', `/api/v1/threads?${query}`, { as });
    return body.items.map(({ id }) => id);
  }

  mark(as: SignedIn | null, id: string, number: number): Answer<unknown> {
    return this.app.request<unknown>('POST', threadPath(id, 'read'), { as, body: { number } });
  }

  leave(as: SignedIn | null, id: string): Answer<unknown> {
    return this.app.request<unknown>('POST', threadPath(id, 'leave'), { as });
  }

  async list(as: SignedIn): Promise<readonly ThreadSummary[]> {
    return (await this.app.request<Page<ThreadSummary>>('GET', '/api/v1/threads?limit=100', { as })).body.items;
  }

  async inList(as: SignedIn, id: string): Promise<ThreadSummary | undefined> {
    return (await this.list(as)).find((thread) => thread.id === id);
  }

  /** A resident writes to the brokers of a village. */
  start(as: SignedIn | null, villageId: string, input = {}, headers = {}): Answer<ThreadView & ProblemBody> {
    const body = { villageId, title: 'De bus rijdt niet meer', body: 'Komt hij terug?', ...input };
    return this.app.request<ThreadView & ProblemBody>('POST', '/api/v1/threads', { as, body, headers });
  }

  /** An empty thread, as contexts that own a subject open one. */
  open({ id, displayName }: TestPerson, ...sides: readonly NewSide[]): Promise<string> {
    const actor = { personId: id, displayName, homeVillageId: null, roles: [] };
    const thread = { title: 'Samen een bus', subjectKind: 'direct', subjectId: null, sides } as const;
    return this.app.dataSource.transaction((manager) => this.app.get(Threads).open(manager, actor, thread));
  }
}
