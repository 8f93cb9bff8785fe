import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@kernagenda/identity/web';
import { Notices } from '@kernagenda/shared/web';
import type { VillageRef } from '@kernagenda/villages/domain';
import { DraftLines } from './draft-lines';
import { nl } from './nl';
import { ProposalDraft } from './proposal-draft';

/** What the author has to know or decide about the texts that lie here and with the municipality. */
@Component({
  selector: 'ka-draft-notices',
  imports: [DraftLines, RouterLink],
  templateUrl: './draft-notices.html',
  host: { class: 'ka-draft-notices' },
})
export class DraftNotices {
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly document = inject(DOCUMENT);
  protected readonly session = inject(Session);
  protected readonly draft = inject(ProposalDraft);
  readonly villages = input.required<readonly VillageRef[]>();
  /** Whether to offer the other drafts of this device. */
  readonly withOthers = input.required<boolean>();
  /** True when the address asks for a draft that does not exist for who asks. */
  readonly isMissing = input.required<boolean>();

  protected readonly nl = nl;
  protected readonly others = computed(() =>
    this.draft.others().map(({ id, title, village, server }) => {
      const place = this.villages().find(({ slug }) => slug === village)?.name;
      const what = title.trim() ? `‘${title.trim()}’` : nl.others.untitled;
      return { id, isOnlyHere: !server, name: place ? `${what} ${nl.others.in(place)}` : what };
    }),
  );

  protected address(): string {
    return this.router.url;
  }

  protected keepMine(): void {
    this.notices.show({ message: nl.changed.kept, undo: this.draft.keepMine() });
    this.toTitle();
  }

  protected takeTheirs(): void {
    this.notices.show({ message: nl.changed.taken, undo: this.draft.takeTheirs() });
    this.toTitle();
  }

  protected startAnew(): void {
    this.draft.startAnew();
    this.toTitle();
  }

  protected goOn(id: string): void {
    this.draft.goOn(id);
    const queryParams = { kern: this.draft.village() || null };
    void this.router.navigate([], { queryParams }).then(() => this.toTitle());
  }

  protected discard(id: string): void {
    this.notices.show({ message: nl.others.discarded, undo: this.draft.discard(id) });
    this.toTitle();
  }

  // The button that was pressed is gone; the title above what is open now takes the focus.
  private toTitle(): void {
    this.document.querySelector<HTMLElement>('h1')?.focus();
  }
}
