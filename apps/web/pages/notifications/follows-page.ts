import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { mailChoices } from '@kernagenda/notifications/domain';
import type { FollowedView, MailChoice } from '@kernagenda/notifications/domain';
import { NotificationsClient, followsResource, mailChoiceResource } from '@kernagenda/notifications/web';
import { proposalWords } from '@kernagenda/proposals/web';
import { Failure, Skeleton } from '@kernagenda/shared/ui';
import { Empty } from '@kernagenda/shared/ui/empty';
import { Notices, Page, dateName } from '@kernagenda/shared/web';
import { FollowPlace } from './follow-place';
import { FollowThemes } from './follow-themes';
import { nl } from './nl';

/** What somebody follows and why, with the way to stop and to begin, and how often mail is wanted. */
@Component({
  selector: 'ka-follows-page',
  imports: [Empty, Failure, FollowPlace, FollowThemes, RouterLink, Skeleton],
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
  protected readonly pausedAt = computed(() => (this.mailAnswer.hasValue() ? this.mailAnswer.value().pausedAt : null));
  protected readonly dateName = dateName;
  protected readonly hasMore = computed(() => this.answer.hasValue() && this.answer.value().nextCursor !== null);
  private readonly items = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  protected readonly rows = computed(() =>
    this.items().map((row) => ({ ...row, ...looksOf(row), why: nl.why(row.reason) })),
  );
  protected readonly themes = computed(() => this.items().flatMap(({ theme }) => theme ?? []));

  constructor() {
    inject(Page).named(nl.follows.page);
  }

  protected async stop(row: FollowedView & { readonly name: string }): Promise<void> {
    await this.attempt(async () => {
      await this.set(row, false);
      const undo = (): void => void this.attempt(() => this.set(row, true)).then(() => this.answer.reload());
      // A circle is drawn anew: where it lay is not kept on the page.
      this.notices.show({ message: nl.follows.stopped(row.title || row.name), ...(row.what !== 'circle' && { undo }) });
    });
    this.answer.reload();
  }

  protected async choose(choice: MailChoice): Promise<void> {
    await this.attempt(async () => {
      await this.client.chooseMail(choice);
      this.notices.show({ message: nl.follows.mail.saved });
    });
    this.mailAnswer.reload();
  }

  protected async resume(): Promise<void> {
    await this.attempt(async () => {
      await this.client.resumeMail();
      this.notices.show({ message: nl.follows.paused.resumed });
    });
    this.mailAnswer.reload();
  }

  private async set({ what, id, village, theme }: FollowedView, isFollowing: boolean): Promise<void> {
    if (what === 'circle') return this.client.removeCircle();
    if (theme !== null) return this.client.followTheme(theme, isFollowing);
    return this.client.follow(what === 'village' ? `villages/${village?.slug ?? ''}` : `proposals/${id}`, isFollowing);
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch {
      this.notices.show({ message: nl.failed });
    }
  }
}

interface Looks {
  readonly name: string;
  readonly link: readonly string[] | null;
  /** What stands below the name, beside why. */
  readonly under: string;
}

function looksOf({ what, id, title, village, theme, radius, reaches }: FollowedView): Looks {
  if (theme !== null) return { name: nl.follows.theme(proposalWords.themes[theme]), link: null, under: '' };
  if (radius !== null)
    return { name: nl.follows.circle(radius, title), link: null, under: nl.follows.reaches(reaches ?? []) };
  return what === 'village'
    ? { name: nl.follows.village(title), link: ['/kernen', village?.slug ?? ''], under: '' }
    : { name: title, link: ['/voorstellen', id], under: village?.name ?? '' };
}
