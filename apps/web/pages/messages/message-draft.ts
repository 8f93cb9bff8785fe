import { Component, inject, input, output, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { MessageView } from '@kernagenda/conversations/domain';
import { ThreadsClient } from '@kernagenda/conversations/web/threads';
import { Icon } from '@kernagenda/shared/ui';
import { ApiError, Notices } from '@kernagenda/shared/web';
import { nl } from './nl';

/** Under a message: the proposal it became, or the button that makes a draft of it. */
@Component({
  selector: 'ka-message-draft',
  imports: [Icon, RouterLink],
  template: `
    @if (message().proposalId; as id) {
      <p class="ka-small">
        <a class="ka-more-link" [routerLink]="['/voorstellen', id]">{{ nl.draft.open }}</a>
      </p>
    } @else if (message().isDrafted) {
      <p class="ka-small ka-soft">{{ nl.draft.made }}</p>
    } @else if (message().allowedActions.includes('make_draft')) {
      <p>
        <button
          type="button"
          class="ka-button ka-button--quiet ka-button--small"
          [attr.aria-disabled]="isBusy() ? 'true' : null"
          (click)="make()"
        >
          <svg kaIcon="pencil"></svg>{{ nl.draft.make }}
        </button>
      </p>
    }
    @if (failure()) {
      <p class="ka-error" role="alert"><svg kaIcon="warning"></svg>{{ failure() }}</p>
    }
  `,
})
export class MessageDraft {
  private readonly client = inject(ThreadsClient);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  readonly message = input.required<MessageView>();
  readonly threadId = input.required<string>();
  readonly changed = output();

  protected readonly nl = nl;
  protected readonly failure = signal('');
  protected readonly isBusy = signal(false);

  /** Who wrote it goes on with the draft at once; who answers them stays here. */
  protected async make(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set('');
    try {
      const { isMine, proposalId } = await this.client.makeDraft(this.threadId(), this.message().id);
      if (isMine) {
        await this.router.navigate(['/voorstellen', proposalId]);
        return;
      }
      this.notices.show({ message: nl.draft.done });
      this.changed.emit();
    } catch (error) {
      this.failure.set((error instanceof ApiError && nl.draft.failures[error.code]) || nl.inbox.failed);
    } finally {
      this.isBusy.set(false);
    }
  }
}
