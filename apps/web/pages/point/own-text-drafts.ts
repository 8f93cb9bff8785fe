import { Injectable } from '@angular/core';
import type { ProposalText } from '@kernagenda/proposals/domain';
import { keptInTab } from '@kernagenda/shared/web/kept';

/** A new text as it stands in the form, with the key that makes a repeated call arrive once. */
export interface OwnTextDraft {
  readonly text: ProposalText;
  readonly key: string;
}

/** New texts that were not sent yet, by proposal. */
@Injectable({ providedIn: 'root' })
export class OwnTextDrafts {
  private readonly drafts = keptInTab<OwnTextDraft>('ka_new_text');
  readonly of = this.drafts.of;
  readonly forget = this.drafts.forget;

  constructor() {
    this.drafts.restore();
  }

  write(proposalId: string, text: ProposalText): void {
    this.drafts.write(proposalId, { text, key: this.of(proposalId)?.key ?? crypto.randomUUID() });
  }

  /** The next call is another one: the last was refused as it stood. */
  renewKey(proposalId: string): void {
    const draft = this.of(proposalId);
    if (draft) this.drafts.write(proposalId, { ...draft, key: crypto.randomUUID() });
  }
}
