import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { type PlacedKind, commentLimits, placedKinds } from '@kernagenda/conversations/domain';
import { Control, ErrorSummary, Field } from '@kernagenda/shared/ui/forms';
import { Icon } from '@kernagenda/shared/ui';
import { ApiError, Notices } from '@kernagenda/shared/web';
import { nl } from './acts-nl';
import { ConversationsClient } from './conversations-client';
import { TalkDrafts } from './talk-drafts';

/** One field with three uses: say something, ask something, offer help. */
@Component({
  selector: 'ka-comment-form',
  imports: [Control, ErrorSummary, Field, Icon],
  templateUrl: './comment-form.html',
})
export class CommentForm {
  private readonly client = inject(ConversationsClient);
  private readonly drafts = inject(TalkDrafts);
  private readonly notices = inject(Notices);
  readonly proposalId = input.required<string>();
  /** Loads the talk again. An input, because a component that is loaded later has no outputs to bind. */
  readonly reload = input.required<() => void>();

  protected readonly nl = nl;
  protected readonly kinds = placedKinds;
  protected readonly kind = computed(
    () => placedKinds.find((kind) => kind === this.drafts.of(this.kindName())) ?? 'reaction',
  );
  protected readonly text = computed(() => this.drafts.of(this.textName()));
  protected readonly fault = linkedSignal({ source: this.proposalId, computation: () => '' });
  protected readonly failure = linkedSignal({ source: this.proposalId, computation: () => '' });
  protected readonly errors = computed(() =>
    this.fault() ? [{ controlId: 'comment-text', message: this.fault() }] : [],
  );
  protected readonly isBusy = signal(false);
  /** The same words sent again after a lost answer are placed once. */
  private sending: { readonly body: string; readonly key: string } | null = null;

  protected choose(kind: PlacedKind): void {
    this.drafts.write(this.kindName(), kind);
  }

  protected write(text: string): void {
    this.drafts.write(this.textName(), text);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    const body = this.text().trim();
    const { min, max } = commentLimits.body;
    this.fault.set(body.length < min ? nl.textFault : body.length > max ? nl.long(max) : '');
    if (this.fault()) return;
    const kind = this.kind();
    const proposalId = this.proposalId();
    const names = [this.kindName(), this.textName()];
    const sent = `${kind} ${body}`;
    if (this.sending?.body !== sent) this.sending = { body: sent, key: crypto.randomUUID() };
    this.isBusy.set(true);
    this.failure.set('');
    try {
      await this.client.place(proposalId, { kind, body }, this.sending.key);
      this.sending = null;
      this.drafts.forget(...names);
      this.notices.show({ message: nl.placed[kind] });
      this.reload()();
    } catch (error) {
      this.failure.set((error instanceof ApiError && nl.failures[error.code]) || nl.failed);
    } finally {
      this.isBusy.set(false);
    }
  }

  private kindName(): string {
    return `${this.proposalId()} kind`;
  }

  private textName(): string {
    return `${this.proposalId()} text`;
  }
}
