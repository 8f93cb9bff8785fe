import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import type { ProposalText } from '@kernagenda/proposals/domain';

/** A new text as it stands in the form, with the key that makes a repeated call arrive once. */
export interface OwnTextDraft {
  readonly text: ProposalText;
  readonly key: string;
}

const storageKey = 'ka_new_text';
type Drafts = Readonly<Record<string, OwnTextDraft>>;

/** Keeps a new text until it is sent, through a reload and a lost session; for this tab only. */
@Injectable({ providedIn: 'root' })
export class OwnTextDrafts {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly drafts = signal<Drafts>(this.read());

  of(proposalId: string): OwnTextDraft | undefined {
    return this.drafts()[proposalId];
  }

  write(proposalId: string, text: ProposalText): void {
    this.keep({ ...this.drafts(), [proposalId]: { text, key: this.of(proposalId)?.key ?? crypto.randomUUID() } });
  }

  /** The next call is another one: the last was refused as it stood. */
  renewKey(proposalId: string): void {
    const draft = this.of(proposalId);
    if (draft) this.keep({ ...this.drafts(), [proposalId]: { ...draft, key: crypto.randomUUID() } });
  }

  forget(proposalId: string): void {
    const { [proposalId]: _gone, ...others } = this.drafts();
    this.keep(others);
  }

  private read(): Drafts {
    try {
      const kept: unknown = JSON.parse(this.window?.sessionStorage.getItem(storageKey) ?? '{}');
      return kept && typeof kept === 'object' ? (kept as Drafts) : {};
    } catch {
      // Storage may be closed to this page; then only a reload loses what was typed.
      return {};
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
