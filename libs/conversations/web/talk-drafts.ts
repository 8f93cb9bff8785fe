import { DOCUMENT, Injectable, inject, signal } from '@angular/core';

const storageKey = 'ka_talk';

/** Keeps what is being typed until it is sent, through a reload and a lost session; for this tab only. */
@Injectable({ providedIn: 'root' })
export class TalkDrafts {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly texts = signal<Readonly<Record<string, string>>>(this.read());

  of(name: string): string {
    return this.texts()[name] ?? '';
  }

  write(name: string, text: string): void {
    this.keep({ ...this.texts(), [name]: text });
  }

  forget(...names: readonly string[]): void {
    this.keep(Object.fromEntries(Object.entries(this.texts()).filter(([name]) => !names.includes(name))));
  }

  private read(): Readonly<Record<string, string>> {
    try {
      const kept: unknown = JSON.parse(this.window?.sessionStorage.getItem(storageKey) ?? '{}');
      return kept && typeof kept === 'object' ? (kept as Record<string, string>) : {};
    } catch {
      // Storage may be closed to this page; then only a reload loses what was typed.
      return {};
    }
  }

  private keep(texts: Readonly<Record<string, string>>): void {
    this.texts.set(texts);
    try {
      this.window?.sessionStorage.setItem(storageKey, JSON.stringify(texts));
    } catch {
      // As above.
    }
  }
}
