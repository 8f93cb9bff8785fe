import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { mailChoices } from '@kernagenda/notifications/domain';
import type { FollowedView, MailChoice } from '@kernagenda/notifications/domain';
import { NotificationsClient, followsResource, mailChoiceResource } from '@kernagenda/notifications/web';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Notices, Page } from '@kernagenda/shared/web';
import { nl } from './nl';

/** What somebody follows and why, with the way to stop, and whether mail is wanted. */
@Component({
  selector: 'ka-follows-page',
  imports: [Empty, Failure, RouterLink, Skeleton],
  templateUrl: './follows-page.html',
})
export class FollowsPage {
  private readonly client = inject(NotificationsClient);
  private readonly notices = inject(Notices);
  protected readonly session = inject(Session);
  protected readonly nl = nl;
  protected readonly choices = mailChoices;
  private readonly isSignedIn = (): boolean => !!this.session.person();
  protected readonly answer = followsResource(this.isSignedIn);
  private readonly mailAnswer = mailChoiceResource(this.isSignedIn);
  protected readonly mailChoice = computed(() =>
    this.mailAnswer.hasValue() ? this.mailAnswer.value().choice : undefined,
  );
  protected readonly hasMore = computed(() => this.answer.hasValue() && this.answer.value().nextCursor !== null);
  protected readonly rows = computed(() =>
    (this.answer.hasValue() ? this.answer.value().items : []).map((row) => ({
      ...row,
      name: row.what === 'village' ? nl.follows.village(row.title) : row.title,
      link: row.what === 'village' ? ['/kernen', row.village.slug] : ['/voorstellen', row.id],
      why: nl.why(row.reason),
    })),
  );

  constructor() {
    inject(Page).named(nl.follows.page);
  }

  protected async stop(row: FollowedView): Promise<void> {
    const path = row.what === 'village' ? `villages/${row.village.slug}` : `proposals/${row.id}`;
    await this.set(path, false, nl.follows.stopped(row.title));
  }

  protected async choose(choice: MailChoice): Promise<void> {
    await this.attempt(async () => {
      await this.client.chooseMail(choice);
      this.notices.show({ message: nl.follows.mail.saved });
    });
    this.mailAnswer.reload();
  }

  private async set(path: string, isFollowing: boolean, message: string): Promise<void> {
    await this.attempt(async () => {
      await this.client.follow(path, isFollowing);
      if (!isFollowing) this.notices.show({ message, undo: () => void this.set(path, true, '') });
    });
    this.answer.reload();
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      this.notices.show({ message: nl.failed });
    }
  }
}
