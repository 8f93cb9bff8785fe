import type { AgendaState } from './states';

/** How long a step along the agenda can be taken back by who asked for that time; nobody is told before it is over. */
export const moveTerms = { undoSeconds: 30 } as const;

/** Steps that need no words, so that somebody makes many at once and may see too late that one was wrong. */
export const undoableMoves = ['explore', 'put_on_agenda', 'take_off_agenda'] as const;
export type UndoableMove = (typeof undoableMoves)[number];

/** Where they begin. Apart from the lifecycle, which reads it, so that a browser need not download all of that. */
export const undoableFrom = {
  explore: 'wish',
  put_on_agenda: 'exploring',
  take_off_agenda: 'on_agenda',
} as const satisfies Record<UndoableMove, AgendaState>;
