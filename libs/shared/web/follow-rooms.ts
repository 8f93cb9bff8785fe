import { DestroyRef, effect, inject } from '@angular/core';
import type { Room } from '@kernagenda/shared/domain';
import { Live, type LiveCallback } from './live';

/** Listens in rooms for as long as a component lives; the rooms may change. */
export function followRooms(rooms: () => readonly Room[], onChange: LiveCallback): void {
  const live = inject(Live);
  let stops: readonly (() => void)[] = [];
  let names = '';
  const stop = (): void => stops.forEach((end) => end());
  effect(() => {
    const wanted = rooms();
    // A list that was loaded again is another object with the same rooms.
    if (wanted.join() === names) return;
    names = wanted.join();
    stop();
    stops = wanted.map((room) => live.listen(room, onChange));
  });
  inject(DestroyRef).onDestroy(stop);
}
