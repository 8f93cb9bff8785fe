import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import type { HouseRule, ReasonedDecision } from '@kernagenda/moderation/domain';

/** What was written so far to the author of one submission. */
export interface ReasonsDraft {
  /** The decision whose form is open; null when it was closed, its words stay. */
  readonly decision: ReasonedDecision | null;
  readonly sentence: string;
  readonly rule: HouseRule | '';
  readonly wouldBeAccepted: string;
}

const storageKey = 'ka_reasons';
const empty: ReasonsDraft = { decision: null, sentence: '', rule: '', wouldBeAccepted: '' };
type Drafts = Readonly<Record<string, ReasonsDraft>>;

/** Keeps reasons until they are sent, through a reload and a lost session; for this tab only. */
@Injectable({ providedIn: 'root' })
export class ReasonsDrafts {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly drafts = signal<Drafts>({});

  of(proposalId: string): ReasonsDraft {
    return this.drafts()[proposalId] ?? empty;
  }

  write(proposalId: string, change: Partial<ReasonsDraft>): void {
    this.keep({ ...this.drafts(), [proposalId]: { ...this.of(proposalId), ...change } });
  }

  forget(proposalId: string): void {
    const { [proposalId]: _gone, ...others } = this.drafts();
    this.keep(others);
  }

  /** Takes up what was written before a reload; the server knows nothing of it, so this comes after hydration. */
  restore(): void {
    try {
      const kept: unknown = JSON.parse(this.window?.sessionStorage.getItem(storageKey) ?? '{}');
      if (kept && typeof kept === 'object') this.drafts.set(kept as Drafts);
    } catch {
      // Storage may be closed to this page; then only a reload loses what was typed.
    }
  }

  private keep(drafts: Drafts): void {
    this.drafts.set(drafts);
    try {
      this.window?.sessionStorage.setItem(storageKey, JSON.stringify(drafts));
    } catch {
      // As above.
    }
  }
}
