import {
  Component,
  DOCUMENT,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { type MessageView, type SideView, threadLimits } from '@kernagenda/conversations/domain';
import { type MessagePage, TalkDrafts, ThreadsClient, messagesResource } from '@kernagenda/conversations/web/threads';
import { textBlocksResource } from '@kernagenda/moderation/web/text-blocks';
import { PhotoList } from '@kernagenda/proposals/web/photo-list';
import { Failure, type IconName, Icon, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Control, Field, type SummaryError } from '@kernagenda/shared/ui/forms';
import { ApiError, Notices, dayName, isMissing, listName, timeName } from '@kernagenda/shared/web';
import { PhotoFields } from '../photos/photo-fields';
import { photosNl } from '../photos/photos-nl';
import { InboxActs } from './inbox-acts';
import { InviteGuest } from './invite-guest';
import { MessageDraft } from './message-draft';
import { MessageKeys } from './message-keys';
import { MessagePhotos } from './message-photos';
import { nl } from './nl';
import { ThreadNotes } from './thread-notes';

const icons: Readonly<Record<SideView['kind'], IconName>> = {
  person: 'person',
  group: 'people',
  brokers: 'person',
  team: 'people',
};

const tones: Readonly<Record<SideView['kind'], string>> = {
  person: '',
  group: ' ka-avatar--group',
  brokers: ' ka-avatar--broker',
  team: ' ka-avatar--broker',
};

/** One thread: the answer that is being written, and what was said, newest first. */
@Component({
  selector: 'ka-thread-pane',
  imports: [
    Control,
    Empty,
    Failure,
    Field,
    Icon,
    InboxActs,
    InviteGuest,
    MessageDraft,
    PhotoFields,
    PhotoList,
    Skeleton,
    ThreadNotes,
  ],
  templateUrl: './thread-pane.html',
  host: { class: 'ka-stack' },
})
export class ThreadPane {
  private readonly client = inject(ThreadsClient);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  private readonly drafts = inject(TalkDrafts);
  private readonly keys = inject(MessageKeys);
  protected readonly photos = inject(MessagePhotos);
  readonly threadId = input.required<string>();
  /** Another object whenever something of this thread may have changed. */
  readonly heard = input.required<object>();
  readonly changed = output();

  protected readonly nl = nl;
  protected readonly limits = threadLimits;
  protected readonly timeName = timeName;
  protected readonly dayName = dayName;
  protected readonly icons = icons;
  protected readonly tones = tones;
  protected readonly answer = messagesResource(this.threadId);
  protected readonly isMissing = computed(() => isMissing(this.answer));
  private readonly loaded = computed(() => {
    const page = this.answer.hasValue() ? this.answer.value() : null;
    return page?.thread.id === this.threadId() ? page : null;
  });
  /** What was loaded before joins what is new; a failing connection takes nothing from the screen. */
  protected readonly page = linkedSignal<
    { readonly id: string; readonly page: MessagePage | null },
    MessagePage | null
  >({
    source: () => ({ id: this.threadId(), page: this.loaded() }),
    computation: ({ id, page }, previous) => {
      const shown = previous?.value ?? null;
      const before = shown?.thread.id === id ? shown : null;
      return page ? joined(page, before) : before;
    },
  });
  protected readonly mayWrite = computed(() => this.page()?.thread.allowedActions.includes('write') ?? false);
  protected readonly mayNote = computed(() => this.page()?.thread.allowedActions.includes('note') ?? false);
  private readonly blocksAnswer = textBlocksResource(() => this.mayNote() && this.mayWrite());
  protected readonly blocks = computed(() =>
    this.blocksAnswer.hasValue() && this.mayNote()
      ? this.blocksAnswer.value().items.filter(({ rule }) => rule === null)
      : [],
  );
  protected readonly mayInvite = computed(() => this.page()?.thread.allowedActions.includes('invite') ?? false);
  protected readonly mayLeave = computed(() => this.page()?.thread.allowedActions.includes('leave') ?? false);
  protected readonly draft = computed(() => this.drafts.of(this.threadId()));
  protected readonly error = linkedSignal({ source: this.threadId, computation: () => '' });
  protected readonly photoErrors = linkedSignal<string, readonly SummaryError[]>({
    source: this.threadId,
    computation: () => [],
  });
  protected readonly failure = linkedSignal({ source: this.threadId, computation: () => '' });
  protected readonly isLeaving = linkedSignal({ source: this.threadId, computation: () => false });
  protected readonly isBusy = signal(false);
  /** Said to who does not see it arrive. */
  protected readonly news = linkedSignal<MessagePage | null, { readonly number: number; readonly text: string }>({
    source: this.page,
    computation: (page, previous) => {
      const newest = page?.items[0];
      const before = previous && previous.source?.thread.id === page?.thread.id ? previous.value : null;
      const isNew = newest && before && newest.number > before.number && !newest.isMine;
      return {
        number: newest?.number ?? 0,
        text: isNew ? nl.arrived(newest.author ?? nl.side(newest.side)) : (before?.text ?? ''),
      };
    },
  });
  private readonly isSeen = signal(this.document.visibilityState !== 'hidden');

  constructor() {
    effect(() => this.photos.open(this.threadId()));
    let isFirst = true;
    effect(() => {
      this.heard();
      if (!isFirst) untracked(() => this.answer.reload());
      isFirst = false;
    });
    effect(() => {
      const page = this.loaded();
      const newest = page?.items[0];
      if (page && page.thread.unread > 0 && newest && this.isSeen()) void this.markRead(page.thread.id, newest.number);
    });
    const look = (): void => this.isSeen.set(this.document.visibilityState !== 'hidden');
    this.document.addEventListener('visibilitychange', look);
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('visibilitychange', look));
  }

  protected participants({ thread }: MessagePage): string {
    const name = (one: SideView & { readonly hasLeft: boolean }): string =>
      one.hasLeft ? nl.left(nl.side(one)) : nl.side(one);
    return listName(thread.participants.map(name));
  }

  protected author({ author, isMine, side }: MessageView): string {
    const name = isMine ? nl.you : (author ?? nl.gone);
    return side.kind === 'person' ? name : nl.onBehalf(name, nl.side(side));
  }

  protected write(body: string): void {
    this.error.set('');
    this.drafts.write(this.threadId(), body);
  }

  /** Comes after what was already typed: a text block replaces nothing. */
  protected insert(select: HTMLSelectElement): void {
    const block = this.blocks().find(({ id }) => id === select.value);
    select.value = '';
    if (!block) return;
    const typed = this.draft().trim();
    this.write(typed ? `${typed}\n\n${block.text}` : block.text);
    this.document.getElementById('reply')?.focus();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    await this.photos.settled();
    const id = this.threadId();
    const typed = this.draft();
    const body = typed.trim();
    const { max } = threadLimits.body;
    this.error.set(body ? (body.length > max ? nl.bodyLong(max) : '') : nl.bodyFault);
    this.photoErrors.set(this.photos.errors());
    const [fault] = [...(this.error() ? [{ controlId: 'reply' }] : []), ...this.photoErrors()];
    if (fault) {
      this.document.getElementById(fault.controlId)?.focus();
      return;
    }
    if (this.isBusy()) return;
    await this.attempt(async () => {
      const sending = await this.photos.sendWith(async (photos) => {
        const input = { body, photos };
        await this.client.write(id, input, this.keys.of(id, input));
      });
      if (sending === 'stuck') this.failure.set(photosNl.notSent);
      if (sending !== 'sent') return;
      this.keys.forget(id);
      // What was typed while it was on its way is the beginning of the next.
      if (this.drafts.of(id) === typed) this.drafts.forget(id);
      this.notices.show({ message: nl.sent });
      this.reload();
    });
  }

  protected async loadEarlier(page: MessagePage, cursor: string): Promise<void> {
    const earlier = await this.client.listMessagesBefore(page.thread.id, cursor).catch(() => null);
    if (!earlier || earlier.thread.id !== this.threadId()) return;
    this.page.update((shown) => shown && { ...shown, ...earlier, items: [...shown.items, ...earlier.items] });
  }

  protected async leave(): Promise<void> {
    await this.attempt(async () => {
      await this.client.leave(this.threadId());
      this.isLeaving.set(false);
      this.notices.show({ message: nl.leave.done });
      this.reload();
    });
  }

  private async markRead(id: string, number: number): Promise<void> {
    await this.client.markRead(id, number).catch(() => undefined);
  }

  protected reload(): void {
    this.answer.reload();
    this.changed.emit();
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.isBusy.set(true);
    this.failure.set('');
    try {
      await work();
    } catch (error) {
      this.failure.set(nl.failures[error instanceof ApiError ? error.code : 'internal'] ?? nl.failed);
    } finally {
      this.isBusy.set(false);
    }
  }
}

/** The newest messages, with those loaded before as far as nothing is missing between. */
function joined(page: MessagePage, before: MessagePage | null): MessagePage {
  const oldest = page.items.at(-1)?.number ?? 0;
  const rest = before?.items.filter(({ number }) => number < oldest) ?? [];
  if (!before || rest[0]?.number !== oldest - 1) return page;
  return { ...page, items: [...page.items, ...rest], nextCursor: before.nextCursor };
}
