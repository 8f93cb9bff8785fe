import { DOCUMENT, Injectable, afterNextRender, inject, signal } from '@angular/core';

const storageKey = 'ka_desk_keys';

/**
 * Single keys for work through a list. They work while the focus is in it, never while somebody types, and can be
 * switched off for good. Each list provides its own; a box that chooses a row is marked with `data-row`.
 */
@Injectable()
export class ListKeys {
  private readonly storage = inject(DOCUMENT).defaultView;
  readonly areOn = signal(true);
  readonly isHelpOpen = signal(false);

  constructor() {
    afterNextRender(() => this.areOn.set(this.remembered()));
  }

  /** Does what belongs to a key of the list; `?` shows and hides the explanation. */
  press(event: KeyboardEvent, acts: Readonly<Record<string, () => void>>): void {
    const isTyping = event.target instanceof HTMLInputElement && !('row' in event.target.dataset);
    if (!this.areOn() || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    const act = key === '?' ? () => this.isHelpOpen.update((isOpen) => !isOpen) : acts[key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  switch(areOn: boolean): void {
    this.areOn.set(areOn);
    try {
      this.storage?.localStorage.setItem(storageKey, areOn ? 'on' : 'off');
    } catch {
      // Storage may be closed to this page; the choice then lasts until it is left.
    }
  }

  private remembered(): boolean {
    try {
      return this.storage?.localStorage.getItem(storageKey) !== 'off';
    } catch {
      return true;
    }
  }
}

/** The one before (-1) or after (1) the current one; the first when none is current. */
export function idBeside(ids: readonly string[], current: string | null, by: 1 | -1): string | undefined {
  const at = ids.indexOf(current ?? '');
  return at < 0 ? ids[0] : ids[at + by];
}
