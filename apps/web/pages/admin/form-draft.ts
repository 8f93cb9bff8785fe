import { DOCUMENT, type WritableSignal, effect, inject, signal } from '@angular/core';

/** What is typed in a form. Kept in this tab until it is sent: neither a reload nor an expired session loses it. */
export function formDraft<Draft extends object>(name: string, empty: Draft): WritableSignal<Draft> {
  const storage = inject(DOCUMENT).defaultView?.sessionStorage;
  const key = `beheer ${name}`;
  const draft = signal<Draft>({ ...empty, ...restore<Draft>(storage, key) });
  effect(() => {
    const text = JSON.stringify(draft());
    try {
      if (text === JSON.stringify(empty)) storage?.removeItem(key);
      else storage?.setItem(key, text);
    } catch {
      // A full or closed storage keeps nothing; the form itself still does.
    }
  });
  return draft;
}

function restore<Draft extends object>(storage: Storage | undefined, key: string): Partial<Draft> {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Partial<Draft>) : {};
  } catch {
    return {};
  }
}
