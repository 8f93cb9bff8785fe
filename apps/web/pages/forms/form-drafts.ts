import { Injectable } from '@angular/core';
import { keptInTab } from '@kernagenda/shared/web/kept';
import type { Values } from './form-fields';

/** A form that is being filled in. */
interface FormDraft {
  /** Whether it stands open; closed, its words stay. */
  readonly isOpen: boolean;
  /** What was typed; fields that were not touched are not in it. */
  readonly typed: Values;
  /** The version that was read when it was opened. */
  readonly version: number | null;
  /** The same for the same words: sent again after a lost answer it makes nothing twice. */
  readonly key: string;
}

/** What was not sent yet, by name of the form. Pages restore it once they are hydrated. */
@Injectable({ providedIn: 'root' })
export class FormDrafts {
  private readonly drafts = keptInTab<FormDraft>('ka_forms');
  readonly restore = this.drafts.restore;

  of(form: string): FormDraft | undefined {
    return this.drafts.of(form);
  }

  open(form: string, version: number | null): void {
    const before = this.of(form);
    const isSame = before && Object.keys(before.typed).length > 0;
    this.drafts.write(form, {
      typed: before?.typed ?? {},
      key: before?.key ?? crypto.randomUUID(),
      version: isSame ? before.version : version,
      isOpen: true,
    });
  }

  close(form: string): void {
    const before = this.of(form);
    if (before) this.drafts.write(form, { ...before, isOpen: false });
  }

  write(form: string, typed: Values): void {
    const before = this.of(form);
    if (!before) return;
    this.drafts.write(form, { ...before, typed: { ...before.typed, ...typed }, key: crypto.randomUUID() });
  }

  /** From now on this is a change to what is there now. */
  refresh(form: string, version: number | null): void {
    const before = this.of(form);
    if (before) this.drafts.write(form, { ...before, version });
  }

  forget(form: string): void {
    this.drafts.forget(form);
  }
}
