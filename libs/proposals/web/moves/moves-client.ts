import { Injectable, inject } from '@angular/core';
import type { MoveInput, ProposalView, UndoableMove } from '@kernagenda/proposals/domain';
import { Api } from '@kernagenda/shared/web';

/** Steps along the agenda that can be taken back. Apart from the other calls: only who curates an agenda downloads it. */
@Injectable({ providedIn: 'root' })
export class MovesClient {
  private readonly api = inject(Api);

  /** Moves a point, with time to take it back. */
  move(id: string, action: UndoableMove): Promise<ProposalView> {
    const input: MoveInput = { undoable: true };
    return this.api.post(`/proposals/${id}/${action.replaceAll('_', '-')}`, input);
  }

  takeBack(id: string): Promise<ProposalView> {
    return this.api.post(`/proposals/${id}/take-back`);
  }
}
