import { DOCUMENT, Injectable, inject, signal } from '@angular/core';
import { type LocalDraft, newDraft } from './local-drafts';

const storageKey = 'ka-drafts';

/** The drafts of this device, latest first; every window of this site sees the same ones. */
@Injectable({ providedIn: 'root' })
export class KeptDrafts {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly drafts = signal<readonly LocalDraft[]>([]);
  private isStored = true;
  readonly all = this.drafts.asReadonly();

  constructor() {
    this.window?.addEventListener('storage', ({ key }) => {
      if (key === storageKey || key === null) this.drafts.set(this.read());
    });
  }

  find(id: string | null): LocalDraft | undefined {
    return this.drafts().find((draft) => draft.id === id);
  }

  /** Puts a draft first, whether it was there already or not. */
  keep(draft: LocalDraft): void {
    this.change((all) => [draft, ...all.filter(({ id }) => id !== draft.id)]);
  }

  remove(id: string): void {
    this.change((all) => all.filter((draft) => draft.id !== id));
  }

  /** Another window may have written since: a change starts from what is stored now. */
  change(next: (all: readonly LocalDraft[]) => readonly LocalDraft[]): void {
    this.drafts.set(next(this.read()));
    try {
      this.window?.localStorage.setItem(storageKey, JSON.stringify(this.drafts()));
    } catch {
      // A full or forbidden storage must not stop anybody from writing; the server still keeps it.
      this.isStored = false;
    }
  }

  private read(): readonly LocalDraft[] {
    if (!this.isStored) return this.drafts();
    try {
      const kept: unknown = JSON.parse(this.window?.localStorage.getItem(storageKey) ?? '[]');
      return Array.isArray(kept)
        ? kept.map((draft: Partial<LocalDraft>) => ({ ...newDraft('', null, new Date(0)), ...draft }))
        : [];
    } catch {
      return this.drafts();
    }
  }
}
