import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Jobs } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { agendaActions, moveTerms, undoableFrom, undoableMoves } from '@kernagenda/proposals/domain';
import type { AgendaState, UndoableMove } from '@kernagenda/proposals/domain';
import { AgendaMove } from './agenda-moves.entities';
import { proposalMoveSettled } from './proposals.events';
import { ProposalsLifecycle } from './proposals.lifecycle';
import { ProposalsLive } from './proposals.live';

/** $1: a point; $2, $3: the version and the state a step led to. */
const overtakenQuery = `
  select from agenda_move m join proposal p on p.id = m.proposal_id
  where m.proposal_id = $1 and m.version = $2 and (m.taken_back_at is not null
    or p.agenda_state <> $3
    or exists (select from agenda_move l where l.proposal_id = $1 and l.version > $2 and l.taken_back_at is null))`;

/** Steps along the agenda that need no words, and taking them back. */
@Injectable()
export class AgendaMoves {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly live: ProposalsLive,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Moves a point. An undoable move is kept from who follows the point until it can no longer be taken back.
   * @throws Problem `not_found`, `not_allowed` or `wrong_state`.
   */
  async move(actor: Actor, id: string, action: UndoableMove, isUndoable: boolean): Promise<void> {
    const { change } = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lifecycle.lock(manager, id, actor);
      if (!isUndoable) return this.lifecycle.curate(manager, locked, action);
      // One second more than there is time, so that whoever listens sees what was taken back at the last moment.
      const moved = await this.lifecycle.curate(manager, locked, action, {}, moveTerms.undoSeconds + 1);
      const { agendaState: fromState, reason, statusAt } = locked.row;
      await manager.insert(AgendaMove, {
        ...{ proposalId: id, version: moved.version, fromState, reason, statusAt },
        movedBy: actor.personId,
        undoUntil: new Date(this.clock.now().getTime() + moveTerms.undoSeconds * 1000),
      });
      return moved;
    });
    this.live.announce(change);
  }

  /**
   * Takes back the last step, as if it was never made.
   * @throws Problem `not_found`, `not_allowed` (also when somebody moved it since), `undo_window_closed`.
   */
  async takeBack(actor: Actor, id: string): Promise<void> {
    const { change } = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lifecycle.lock(manager, id, actor);
      const done = await this.lifecycle.takeBack(manager, locked);
      const { version } = locked.row;
      await manager.update(AgendaMove, { proposalId: id, version }, { takenBackAt: this.clock.now() });
      await this.tellAgain(manager, id, version);
      return done;
    });
    this.live.announce(change);
  }

  /**
   * Tells of the step before, which stands again: it was not told while the one that was taken back stood. Whoever was
   * told of it already is not told twice.
   */
  private async tellAgain(manager: EntityManager, proposalId: string, version: number): Promise<void> {
    const undone = await manager.findOneBy(AgendaMove, { proposalId, version });
    const [before] = await manager.find(AgendaMove, {
      where: { proposalId, version: LessThan(version), takenBackAt: IsNull() },
      order: { version: 'desc' },
      take: 1,
    });
    const action = undoableMoves.find((move) => undoableFrom[move] === before?.fromState);
    if (!undone || !before || !action || agendaActions[action].to !== undone.fromState) return;
    const wasWaiting = undone.undoUntil.getTime() - before.undoUntil.getTime() <= (moveTerms.undoSeconds + 1) * 1000;
    if (!wasWaiting) return;
    const { version: led, movedBy: actorId, undoUntil } = before;
    const afterSeconds = Math.max(0, Math.ceil((undoUntil.getTime() - this.clock.now().getTime()) / 1000) + 1);
    const step = { proposalId, version: led, action, agendaState: undone.fromState, actorId, mergedIntoId: null };
    await this.jobs.publish(manager, proposalMoveSettled, step, { afterSeconds });
  }

  /** Whether there is nothing to tell of a step any more: it was taken back, or another was made while it could be. */
  async isOvertaken(proposalId: string, version: number, agendaState: AgendaState): Promise<boolean> {
    const [row] = await this.dataSource.query<readonly unknown[]>(overtakenQuery, [proposalId, version, agendaState]);
    return row !== undefined;
  }
}
