import { Injectable } from '@angular/core';
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

const empty: AskDraft = { isNo: false, onBehalfOf: '', reason: '', note: '' };

/** Answers that were not sent yet, by what was asked. The form restores them once it is in the browser. */
@Injectable({ providedIn: 'root' })
export class AskDrafts {
  private readonly drafts = keptInTab<AskDraft>('ka_asks');
  readonly restore = this.drafts.restore;

  of(askId: string): AskDraft {
    return this.drafts.of(askId) ?? empty;
  }

  write(askId: string, change: Partial<AskDraft>): void {
    this.drafts.write(askId, { ...this.of(askId), ...change });
  }

  forget(askId: string): void {
    this.drafts.forget(askId);
  }
}
