import { Injectable, signal } from '@angular/core';
import type { AskDeclineReason } from '@kernagenda/matching/domain';
import { keptInTab } from '@kernagenda/shared/web/kept';

/** What is being written as the answer of one village. */
export interface AskDraft {
  /** Whether the form of a no is open. */
  readonly isNo: boolean;
  readonly onBehalfOf: string;
  readonly reason: AskDeclineReason | '';
  readonly note: string;
}

/** What is wrong with an answer as it was last sent; empty where nothing is. */
export interface AskFaults {
  readonly onBehalfOf: string;
  readonly reason: string;
  readonly note: string;
}

export const noFaults: AskFaults = { onBehalfOf: '', reason: '', note: '' };
const empty: AskDraft = { isNo: false, onBehalfOf: '', reason: '', note: '' };

/** Answers that were not sent yet, by what was asked. The form restores them once it is in the browser. */
@Injectable({ providedIn: 'root' })
export class AskDrafts {
  private readonly drafts = keptInTab<AskDraft>('ka_asks');
  readonly restore = this.drafts.restore;
  /** Here and not in the form, which is made anew when the flag is loaded again. */
  private readonly faults = signal<ReadonlyMap<string, AskFaults>>(new Map());

  of(askId: string): AskDraft {
    return this.drafts.of(askId) ?? empty;
  }

  write(askId: string, change: Partial<AskDraft>): void {
    this.drafts.write(askId, { ...this.of(askId), ...change });
  }

  faultsOf(askId: string): AskFaults {
    return this.faults().get(askId) ?? noFaults;
  }

  tell(askId: string, faults: AskFaults): void {
    this.faults.update((known) => new Map(known).set(askId, faults));
  }

  forget(askId: string): void {
    this.tell(askId, noFaults);
    this.drafts.forget(askId);
  }
}
