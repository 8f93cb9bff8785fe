import type { ResourceRef } from '@angular/core';
import type { BoardView, VisitView } from '@kernagenda/board/domain';
import { apiResource } from '@kernagenda/shared/web';

/** How the municipality stands. */
export const boardResource = (): ResourceRef<BoardView | undefined> => apiResource('board', () => '/board');

/** What somebody has to know who visits a village, by its slug. */
export const visitResource = (village: () => string): ResourceRef<VisitView | undefined> =>
  apiResource('visit', () => `/board/visits/${encodeURIComponent(village())}`);
