import { Injectable } from '@angular/core';
import type { HouseRule, ReasonedDecision } from '@kernagenda/moderation/domain';
import { keptInTab } from '@kernagenda/shared/web/kept';

/** What was written so far to the author of one submission. */
export interface ReasonsDraft {
  /** The decision whose form is open; null when it was closed, its words stay. */
  readonly decision: ReasonedDecision | null;
  readonly sentence: string;
  readonly rule: HouseRule | '';
  readonly wouldBeAccepted: string;
}

const empty: ReasonsDraft = { decision: null, sentence: '', rule: '', wouldBeAccepted: '' };

/** Reasons that were not sent yet, by proposal. The desk restores them once it is hydrated. */
@Injectable({ providedIn: 'root' })
export class ReasonsDrafts {
  private readonly drafts = keptInTab<ReasonsDraft>('ka_reasons');
  readonly forget = this.drafts.forget;
  readonly restore = this.drafts.restore;

  of(proposalId: string): ReasonsDraft {
    return this.drafts.of(proposalId) ?? empty;
  }

  write(proposalId: string, change: Partial<ReasonsDraft>): void {
    this.drafts.write(proposalId, { ...this.of(proposalId), ...change });
  }
}
