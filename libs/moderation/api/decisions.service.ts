import { Injectable } from '@nestjs/common';
import { DataSource, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Jobs, namedQuery } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import { moderationTerms } from '@kernagenda/moderation/domain';
import type { Decision, DecisionView, ReasonsInput, StatementOfReasonsView } from '@kernagenda/moderation/domain';
import { isAuthor, mayModerate } from '@kernagenda/proposals/domain';
import type { VersionAction } from '@kernagenda/proposals/domain';
import {
  ProposalsLifecycle,
  ProposalsLive,
  ProposalsService,
  VersionsService,
  proposalDecided,
} from '@kernagenda/proposals/api';
import type { LockedProposal, Transition } from '@kernagenda/proposals/api';
import { DeskService } from './desk.service';
import { ModerationClaim, ModerationDecision, StatementOfReasons } from './moderation.entities';
import { statementQuery } from './moderation.queries';
import type { StatementRow } from './moderation.queries';

type PlainDecision = Extract<Decision, 'approve' | 'show_again'>;
type VersionDecision = Extract<Decision, VersionAction>;
type ReasonedDecision = Exclude<Decision, PlainDecision | VersionDecision | 'reconsider'>;

/** What is said with a decision: a statement of reasons, or why it was taken up again. */
interface Words {
  readonly reasons?: ReasonsInput | null;
  readonly reason?: string | null;
}

const undoable: readonly Decision[] = ['approve', 'request_changes', 'refuse'];

/** Decides whether a text may be read by everyone, and says why not. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly proposals: ProposalsService,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly live: ProposalsLive,
    private readonly versions: VersionsService,
    private readonly desk: DeskService,
  ) {}

  /** @throws Problem `not_allowed`, `wrong_state`, `claimed_by_other`, or `stale_version` for a text that changed. */
  async decide(actor: Actor, id: string, decision: PlainDecision, seenVersion: number): Promise<DecisionView> {
    return this.write(actor, id, decision, seenVersion);
  }

  /** As `decide`, with the statement of reasons that the author gets. */
  async decideWithReasons(
    actor: Actor,
    id: string,
    decision: ReasonedDecision,
    seenVersion: number,
    reasons: ReasonsInput,
  ): Promise<DecisionView> {
    return this.write(actor, id, decision, seenVersion, { reasons });
  }

  /** As `decide`, with why. @throws Problem `edited_since_decision` while the author has edits that were not sent. */
  async reconsider(actor: Actor, id: string, seenVersion: number, reason: string): Promise<DecisionView> {
    return this.write(actor, id, 'reconsider', seenVersion, { reason });
  }

  /** Puts a new text in the place of the public one; that stays in the history, so there is nothing to undo. */
  async approveVersion(actor: Actor, id: string, number: number, seenVersion: number): Promise<DecisionView> {
    return this.writeOnVersion(actor, id, number, 'approve_version', seenVersion, null);
  }

  /** Refuses a new text; the public one stays, and its author can propose another. */
  async refuseVersion(
    actor: Actor,
    id: string,
    number: number,
    seenVersion: number,
    reasons: ReasonsInput,
  ): Promise<DecisionView> {
    return this.writeOnVersion(actor, id, number, 'refuse_version', seenVersion, reasons);
  }

  /** Takes the own last decision back. @throws Problem `undo_window_closed`. */
  async undo(actor: Actor, id: string): Promise<DecisionView> {
    const { transition, decision } = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lifecycle.lock(manager, id, actor);
      const transition = await this.lifecycle.moderate(manager, locked, 'undo');
      const last = await manager.findOneOrFail(ModerationDecision, {
        where: { proposalId: id, decidedBy: actor.personId, undoneAt: IsNull() },
        order: { decidedAt: 'DESC' },
      });
      await manager.update(ModerationDecision, last.id, { undoneAt: this.clock.now() });
      return { transition, decision: last.decision };
    });
    this.live.announce(transition.change);
    return { proposalId: id, decision, undoUntil: null, version: transition.version };
  }

  /** The newest statement of reasons, for the author and the broker who moderates. @throws Problem `not_found`. */
  async getStatement(actor: Actor, id: string): Promise<StatementOfReasonsView> {
    const facts = await this.proposals.findFacts(id, actor);
    if (!facts || (!isAuthor(facts) && !mayModerate(facts))) throw new Problem('not_found');
    const [row] = await namedQuery<StatementRow>(this.dataSource, 'moderation statement', statementQuery, [id]);
    if (!row) throw new Problem('not_found');
    return { ...row, decidedAt: row.decidedAt.toISOString() };
  }

  private async write(
    actor: Actor,
    id: string,
    decision: Exclude<Decision, VersionDecision>,
    seenVersion: number,
    { reasons = null, reason = null }: Words = {},
  ): Promise<DecisionView> {
    const decidedAt = this.clock.now();
    const undoUntil = undoable.includes(decision)
      ? new Date(decidedAt.getTime() + moderationTerms.undoSeconds * 1000)
      : null;
    const transition = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lifecycle.lock(manager, id, actor);
      const done = await this.lifecycle.moderate(manager, locked, decision, {
        seenVersion,
        ...(undoUntil && { undoUntil }),
      });
      if (locked.row.moderationState === 'submitted') await this.takeFromDesk(manager, locked, actor);
      await this.keep(manager, { id, actor, decision, decidedAt, undoUntil, reasons, reason });
      return done;
    });
    return this.tell(transition, decision, undoUntil);
  }

  private async writeOnVersion(
    actor: Actor,
    id: string,
    number: number,
    decision: VersionDecision,
    seenVersion: number,
    reasons: ReasonsInput | null,
  ): Promise<DecisionView> {
    const decidedAt = this.clock.now();
    const transition = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lifecycle.lock(manager, id, actor);
      if (mayModerate(locked.facts)) await this.takeFromDesk(manager, locked, actor);
      const done = await this.versions.decide(manager, locked, number, decision, seenVersion);
      await this.keep(manager, { id, actor, decision, decidedAt, undoUntil: null, reasons, reason: null });
      return done;
    });
    if (decision === 'refuse_version') this.live.announceNewText(transition.change);
    else this.live.announce(transition.change);
    return { proposalId: id, decision, undoUntil: null, version: transition.version };
  }

  private async takeFromDesk(manager: EntityManager, locked: LockedProposal, actor: Actor): Promise<void> {
    await this.desk.requireFree(manager, locked, actor);
    await manager.delete(ModerationClaim, { proposalId: locked.row.id });
  }

  private async keep(
    manager: EntityManager,
    made: {
      readonly id: string;
      readonly actor: Actor;
      readonly decision: Decision;
      readonly decidedAt: Date;
      readonly undoUntil: Date | null;
    } & Required<Words>,
  ): Promise<void> {
    const { id: proposalId, actor, decision, decidedAt, undoUntil, reasons, reason } = made;
    const kept = { proposalId, decision, decidedBy: actor.personId, decidedAt, undoUntil, reason };
    const { id: decisionId } = await manager.save(manager.create(ModerationDecision, kept));
    if (reasons) {
      const { sentence, rule, wouldBeAccepted } = reasons;
      await manager.insert(StatementOfReasons, { decisionId, sentence, rule, wouldBeAccepted });
    }
    // One second more than the window, so that whoever listens sees an undo of the last moment.
    const afterSeconds = undoUntil ? moderationTerms.undoSeconds + 1 : 0;
    await this.jobs.publish(manager, proposalDecided, { proposalId, decisionId }, { afterSeconds });
  }

  private tell({ change, proposalId, version }: Transition, decision: Decision, undoUntil: Date | null): DecisionView {
    this.live.announce(change);
    return { proposalId, decision, undoUntil: undoUntil?.toISOString() ?? null, version };
  }
}
