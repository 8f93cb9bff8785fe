import { type ResourceRef, type Signal, computed, inject, linkedSignal, signal } from '@angular/core';
import type { Page } from '@kernagenda/shared/domain';
import { Notices } from '@kernagenda/shared/web';

/** The first page of a list, and what is asked for below it; that goes when the first page comes anew. */
export interface MorePages<Item> {
  readonly items: Signal<readonly Item[]>;
  readonly nextCursor: Signal<string | null>;
  readonly isBusy: Signal<boolean>;
  /** Whether anything stands below the first page. */
  readonly isLong: Signal<boolean>;
  more(cursor: string): Promise<void>;
}

export function morePages<Item>(
  answer: ResourceRef<Page<Item> | undefined>,
  next: (cursor: string) => Promise<Page<Item>>,
  failed: string,
): MorePages<Item> {
  const notices = inject(Notices);
  const first = computed(() => (answer.hasValue() ? answer.value() : null));
  const below = linkedSignal<unknown, Page<Item> | null>({ source: first, computation: () => null });
  const isBusy = signal(false);
  return {
    items: computed(() => [...(first()?.items ?? []), ...(below()?.items ?? [])]),
    nextCursor: computed(() => (below() ?? first())?.nextCursor ?? null),
    isBusy,
    isLong: computed(() => below() !== null),
    more: async (cursor) => {
      if (isBusy()) return;
      isBusy.set(true);
      try {
        const { items, nextCursor } = await next(cursor);
        below.update((known) => ({ items: [...(known?.items ?? []), ...items], nextCursor }));
      } catch {
        notices.show({ message: failed });
      } finally {
        isBusy.set(false);
      }
    },
  };
}
