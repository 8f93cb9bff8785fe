import { Injectable } from '@angular/core';
import type { DeclineReason } from '@kernagenda/matching/domain';
import { keptInTab } from '@kernagenda/shared/web/kept';
import type { AmountDraft } from './amount-fields';

/** What is being written about one flag. */
export interface FlagDraft {
  /** The form that is open; null when it was closed, its words stay. */
  readonly form: 'decline' | 'snooze' | null;
  readonly reason: DeclineReason | '';
  readonly note: string;
  readonly until: string;
  /** The point of which the amount is being changed, and what is typed. */
  readonly amountOf: string | null;
  readonly amount: AmountDraft;
}

const emptyAmount: AmountDraft = { least: '', most: '', unit: '', euro: '' };
const empty: FlagDraft = { form: null, reason: '', note: '', until: '', amountOf: null, amount: emptyAmount };

/** What was not sent yet, by flag. The page restores it once it is hydrated. */
@Injectable({ providedIn: 'root' })
export class FlagDrafts {
  private readonly drafts = keptInTab<FlagDraft>('ka_flags');
  readonly restore = this.drafts.restore;

  of(flagId: string): FlagDraft {
    return this.drafts.of(flagId) ?? empty;
  }

  write(flagId: string, change: Partial<FlagDraft>): void {
    this.drafts.write(flagId, { ...this.of(flagId), ...change });
  }

  /** Folds the forms; what was written stays for an undo. */
  close(flagId: string): void {
    this.write(flagId, { form: null, amountOf: null, amount: emptyAmount });
  }
}
