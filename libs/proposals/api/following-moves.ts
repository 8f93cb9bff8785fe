import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import { actionsTo, closedAgendaStates } from '@kernagenda/proposals/domain';
import { ProposalsLifecycle } from './proposals.lifecycle';
import type { LockedProposal } from './proposals.lifecycle';
import { ProposalsLive } from './proposals.live';
import type { ProposalChange } from './proposals.live';

/** A point that goes where the collaboration it is carried out in goes. */
export interface FollowingMove {
  readonly proposalId: string;
  readonly to: 'in_progress' | 'done';
  /** Who carries it out, and by when (a day), where nobody planned it yet. */
  readonly teamId: string | null;
  readonly dueOn: string;
  /** What is told with `done`: how it came about. */
  readonly story: string;
  readonly collaborationId: string;
}

/** Why a point stays where it is; it is then moved by the people of its village. */
export type StayedReason = 'not_public' | 'on_hold' | 'closed';

/** What became of one point; `change` is announced after the commit, null when it stayed or was there already. */
export interface FollowedMove {
  readonly proposalId: string;
  readonly stayed: StayedReason | null;
  readonly change: ProposalChange | null;
}

/**
 * Lets the own point of a village move along with what is carried out together. The right to it comes from who decided
 * there, and is asked there; which step follows which is the table of the agenda, and no step is skipped.
 */
@Injectable()
export class FollowingMoves {
  constructor(
    private readonly lifecycle: ProposalsLifecycle,
    private readonly live: ProposalsLive,
  ) {}

  /**
   * Moves a point in the transaction of the caller, each step audited and in its history as of the collaboration. Who
   * follows it hears of the last step alone. What is hidden, merged, closed or on hold stays, and that is answered.
   */
  async follow(manager: EntityManager, actor: Actor, move: FollowingMove): Promise<FollowedMove> {
    const { proposalId } = move;
    const locked = await this.find(manager, proposalId, actor);
    if (!locked) return { proposalId, stayed: 'not_public', change: null };
    const { agendaState } = locked.row;
    if (agendaState === move.to) return { proposalId, stayed: null, change: null };
    if (agendaState === 'on_hold') return { proposalId, stayed: 'on_hold', change: null };
    const isClosed = closedAgendaStates.some((state) => state === agendaState);
    const path = isClosed ? [] : actionsTo(agendaState, move.to);
    if (path.length === 0) return { proposalId, stayed: 'closed', change: null };
    return { proposalId, stayed: null, change: await this.walk(manager, locked, path, move) };
  }

  /** Tells every page that shows them; call it after the commit. */
  announce(moves: readonly FollowedMove[]): void {
    this.live.announce(...moves.flatMap(({ change }) => change ?? []));
  }

  private async walk(
    manager: EntityManager,
    locked: LockedProposal,
    path: ReturnType<typeof actionsTo>,
    move: FollowingMove,
  ): Promise<ProposalChange | null> {
    const details = { collaborationId: move.collaborationId };
    let { row } = locked;
    let change: ProposalChange | null = null;
    for (const [index, { action, to }] of path.entries()) {
      const note =
        action === 'plan'
          ? { teamId: move.teamId, dueOn: move.dueOn }
          : action === 'finish'
            ? { evidence: move.story }
            : {};
      const here = { ...locked, row };
      const transition = await this.lifecycle.step(manager, here, action, to, note, details);
      if (index === path.length - 1) await this.lifecycle.tellMove(manager, here, action, to, transition);
      row = { ...row, agendaState: to, version: transition.version };
      ({ change } = transition);
    }
    return change;
  }

  /** As everyone may read it, so that what is hidden does not exist here; the steps are of who decided. */
  private async find(manager: EntityManager, id: string, actor: Actor): Promise<LockedProposal | null> {
    try {
      const { row, facts } = await this.lifecycle.lock(manager, id, null);
      return { row, facts: { ...facts, actor } };
    } catch (error) {
      if (error instanceof Problem && error.code === 'not_found') return null;
      throw error;
    }
  }
}
