import { Injectable, type ResourceRef, inject } from '@angular/core';
import type {
  GuestInput,
  MessageInput,
  MessageView,
  NoteInput,
  NoteView,
  PossibleGuests,
  ThreadFilter,
  ThreadInput,
  ThreadSummary,
  ThreadView,
} from '@kernagenda/conversations/domain';
import type { PhotoView } from '@kernagenda/proposals/domain';
import { sendFile } from '@kernagenda/proposals/web/photos';
import type { Page } from '@kernagenda/shared/domain';
import { Api, apiResource } from '@kernagenda/shared/web';

/** Messages, newest first, with the thread they stand in. */
export interface MessagePage extends Page<MessageView> {
  readonly thread: ThreadView;
}

interface Notes {
  readonly items: readonly NoteView[];
}

const notesPath = (id: string): string => `/threads/${encodeURIComponent(id)}/notes`;

const guestsPath = (id: string): string => `/threads/${encodeURIComponent(id)}/guests`;

const messagesPath = (id: string): string => `/threads/${encodeURIComponent(id)}/messages`;

function listPath({ inbox, search }: ThreadFilter): string {
  const query = new URLSearchParams({ limit: '50', ...(inbox && { inbox }), ...(search && { search }) });
  return `/threads?${query}`;
}

/** The threads of the signed-in person, or those of them that are wanted; the one with the newest message first. */
export const threadsResource = (
  isWanted: () => boolean,
  filter: () => ThreadFilter,
): ResourceRef<Page<ThreadSummary> | undefined> =>
  apiResource('threads', () => (isWanted() ? listPath(filter()) : undefined));

/** The newest messages of a thread. */
export const messagesResource = (id: () => string | null): ResourceRef<MessagePage | undefined> =>
  apiResource('messages', () => {
    const threadId = id();
    return threadId ? messagesPath(threadId) : undefined;
  });

/** Whom who writes for a village can bring into a thread; nothing is asked while the id is null. */
export const guestsResource = (id: () => string | null): ResourceRef<PossibleGuests | undefined> =>
  apiResource('guests', () => {
    const threadId = id();
    return threadId ? guestsPath(threadId) : undefined;
  });

/** What colleagues noted about a question, the newest first. */
export const notesResource = (id: () => string): ResourceRef<Notes | undefined> =>
  apiResource('notes', () => notesPath(id()));

@Injectable({ providedIn: 'root' })
export class ThreadsClient {
  private readonly api = inject(Api);

  listAfter(cursor: string, filter: ThreadFilter): Promise<Page<ThreadSummary>> {
    return this.api.get(`${listPath(filter)}&cursor=${cursor}`);
  }

  listMessagesBefore(id: string, cursor: string): Promise<MessagePage> {
    return this.api.get(`${messagesPath(id)}?cursor=${cursor}`);
  }

  open(input: ThreadInput, idempotencyKey: string): Promise<ThreadView> {
    return this.api.post('/threads', input, { idempotencyKey });
  }

  invite(id: string, input: GuestInput, idempotencyKey: string): Promise<ThreadView> {
    return this.api.post(guestsPath(id), input, { idempotencyKey });
  }

  write(id: string, input: MessageInput, idempotencyKey: string): Promise<MessageView> {
    return this.api.post(messagesPath(id), input, { idempotencyKey });
  }

  /** Lets the municipality keep a photo to send with a message; as `sendFile`. */
  keepPhoto(file: Blob, key: string, onProgress: (part: number) => void): Promise<PhotoView> {
    return sendFile('/message-photos', file, key, onProgress);
  }

  /** Takes a photo away that was not sent yet. */
  removePhoto(id: string): Promise<void> {
    return this.api.delete(`/message-photos/${id}`);
  }

  /** Makes a draft of a proposal of a message, once. */
  makeDraft(id: string, messageId: string): Promise<MessageView> {
    return this.api.post(`${messagesPath(id)}/${encodeURIComponent(messageId)}/draft`);
  }

  markRead(id: string, number: number): Promise<void> {
    return this.api.post(`/threads/${encodeURIComponent(id)}/read`, { number });
  }

  /** Says who of the side that has the thread answers; null for nobody. */
  assign(id: string, personId: string | null): Promise<ThreadView> {
    return this.api.post(`/threads/${encodeURIComponent(id)}/assign`, { personId });
  }

  /** Gives the thread to a team; null for the brokers of the village. */
  handOver(id: string, teamId: string | null): Promise<ThreadView> {
    return this.api.post(`/threads/${encodeURIComponent(id)}/hand-over`, { teamId });
  }

  /** Notes something for colleagues; answers all notes. */
  addNote(id: string, input: NoteInput, idempotencyKey: string): Promise<Notes> {
    return this.api.post(notesPath(id), input, { idempotencyKey });
  }

  settle(id: string, part: 'close' | 'reopen'): Promise<ThreadView> {
    return this.api.post(`/threads/${encodeURIComponent(id)}/${part}`);
  }

  leave(id: string): Promise<void> {
    return this.api.post(`/threads/${encodeURIComponent(id)}/leave`);
  }
}
