import { DOCUMENT, inject, signal } from '@angular/core';

/** Values by name, as `keptInTab` makes them. */
export interface KeptInTab<Value> {
  of(name: string): Value | undefined;
  write(name: string, value: Value): void;
  forget(...names: readonly string[]): void;
  /** Takes up what was written before a reload. The server knows nothing of it: on pages it draws, after hydration. */
  restore(): void;
}

/** What is being typed, kept until it is sent, through a reload and a lost session; for this tab only. */
export function keptInTab<Value>(storageKey: string): KeptInTab<Value> {
  const window = inject(DOCUMENT).defaultView;
  const values = signal<Readonly<Record<string, Value>>>({});
  const keep = (changed: Readonly<Record<string, Value>>): void => {
    values.set(changed);
    try {
      window?.sessionStorage.setItem(storageKey, JSON.stringify(changed));
    } catch {
      // Storage may be closed to this page; then only a reload loses what was typed.
    }
  };
  return {
    of: (name) => values()[name],
    write: (name, value) => keep({ ...values(), [name]: value }),
    forget: (...names) => keep(Object.fromEntries(Object.entries(values()).filter(([name]) => !names.includes(name)))),
    restore: () => {
      try {
        const kept: unknown = JSON.parse(window?.sessionStorage.getItem(storageKey) ?? '{}');
        if (kept && typeof kept === 'object') values.set(kept as Record<string, Value>);
      } catch {
        // As above.
      }
    },
  };
}
