import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Jobs, namedQuery, requireVersion } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, stateAfter } from '@kernagenda/shared/domain';
import {
  agendaActions,
  closedAgendaStates,
  isAuthor,
  mayEdit,
  mayModerate,
  moderationActions,
  moveActions,
  moveTerms,
  unplannedStates,
  versionActions,
} from '@kernagenda/proposals/domain';
import type {
  AgendaAction,
  AgendaState,
  ModerationAction,
  MoveAction,
  NewTextState,
  ProposalFacts,
  ProposalText,
  VersionAction,
} from '@kernagenda/proposals/domain';
import { Proposal, ProposalVersion } from './proposals.entities';
import { proposalMoveSettled, proposalMoved, proposalVisibilityChanged } from './proposals.events';
import type { ProposalChange } from './proposals.live';
import { lockQuery, moderatorsQuery } from './proposals.queries';
import type { LockedRow } from './proposals.queries';
import { readerValues } from './proposals.read-rule';
import { toFacts } from './proposals.views';

/** A proposal whose row this transaction holds, with what the lifecycles know of it. */
export interface LockedProposal {
  readonly row: LockedRow;
  readonly facts: ProposalFacts;
}

/** What an action left behind: the new version, and whom to tell after the commit. */
export interface Transition {
  readonly proposalId: string;
  readonly version: number;
  readonly change: ProposalChange;
}

type Patch = { -readonly [Field in keyof Proposal]?: Proposal[Field] };

const noPlan = { teamId: null, byResidents: false, executor: null, dueOn: null } as const;
const noUndo = { decidedBy: null, undoUntil: null } as const;

/** Performs the actions of both lifecycles, always in the transaction of whoever calls. */
@Injectable()
export class ProposalsLifecycle {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Locks the row until the end of the transaction.
   * @throws Problem `not_found` when it does not exist for this person.
   */
  async lock(manager: EntityManager, id: string, actor: Actor | null): Promise<LockedProposal> {
    const now = this.clock.now();
    const values = [id, ...readerValues(actor, now)];
    const [row] = await namedQuery<LockedRow>(manager, 'proposal lock', lockQuery, values);
    if (!row) throw new Problem('not_found');
    return { row, facts: toFacts(row, actor, now) };
  }

  /**
   * Moves a locked proposal along the moderation lifecycle; `undoUntil` makes the decision one that can be undone.
   * @throws Problem `not_allowed`, `wrong_state`, `undo_window_closed`, `edited_since_decision`, or `stale_version` when `seenVersion` is old.
   */
  async moderate(
    manager: EntityManager,
    { row, facts }: LockedProposal,
    action: ModerationAction,
    { seenVersion, undoUntil }: { readonly seenVersion?: number; readonly undoUntil?: Date } = {},
  ): Promise<Transition> {
    const isTakenBack = action === 'undo' || action === 'reconsider';
    if (isTakenBack && facts.isEditedSinceDecision && mayModerate(facts)) throw new Problem('edited_since_decision');
    const isLateUndo = action === 'undo' && row.undoUntil !== null && row.decidedBy === facts.actor?.personId;
    if (isLateUndo && facts.undoableBy === null) throw new Problem('undo_window_closed');
    const to = stateAfter(moderationActions, action, row.moderationState, facts);
    if (seenVersion !== undefined) requireVersion(row.version, seenVersion);
    const transition = await this.write(manager, row, facts, action, row.moderationState, to, {
      ...noUndo,
      ...(undoUntil && { decidedBy: facts.actor?.personId ?? null, undoUntil }),
      moderationState: to,
      ...this.traces(action, row),
    });
    if (action === 'approve') await this.keepFirstText(manager, row, facts);
    const wasPublic = row.moderationState === 'approved';
    // A publication that was undone never happened.
    if (action === 'undo' && wasPublic) await manager.delete(ProposalVersion, { proposalId: row.id });
    if (wasPublic !== (to === 'approved')) await this.tellVisibility(manager, row.id);
    return transition;
  }

  /**
   * Moves a locked point along the agenda lifecycle; who follows it is told `afterSeconds` from now.
   * @throws Problem `not_allowed` or `wrong_state`.
   */
  async curate(
    manager: EntityManager,
    locked: LockedProposal,
    action: AgendaAction,
    note: Patch = {},
    afterSeconds = 0,
  ): Promise<Transition> {
    const to = stateAfter(agendaActions, action, locked.row.agendaState, locked.facts);
    const transition = await this.step(manager, locked, action, to, note);
    const mergedIntoId = note.mergedIntoId ?? null;
    await this.tellMove(manager, locked, action, to, transition, { mergedIntoId, afterSeconds });
    if (action === 'merge' || action === 'withdraw') await this.tellVisibility(manager, locked.row.id);
    return transition;
  }

  /**
   * One step along the agenda for who has the right to it by other rules, which are to be asked before; nobody is told.
   * `details` explain it in the audit.
   */
  async step(
    manager: EntityManager,
    { row, facts }: LockedProposal,
    action: AgendaAction,
    to: AgendaState,
    note: Patch = {},
    details?: Readonly<Record<string, unknown>>,
  ): Promise<Transition> {
    const patch: Patch = {
      ...noUndo,
      agendaState: to,
      agendaStateBeforeHold: action === 'hold' ? row.agendaState : null,
      reason: null,
      alternative: null,
      reviewOn: null,
      ...(unplannedStates.some((state) => state === to) && noPlan),
      statusAt: this.clock.now(),
      ...note,
    };
    return this.write(manager, row, facts, action, row.agendaState, to, patch, details);
  }

  /**
   * Takes back the step that led to this version; the point stands as it did before, and nobody is told.
   * @throws Problem `not_allowed`, or `undo_window_closed` for who made it and comes too late.
   */
  async takeBack(manager: EntityManager, { row, facts }: LockedProposal): Promise<Transition> {
    const { lastMove } = row;
    if (lastMove && lastMove.by === facts.actor?.personId && !facts.undoableMove)
      throw new Problem('undo_window_closed');
    const to = stateAfter(moveActions, 'take_back', row.agendaState, facts);
    const before: Patch = { agendaState: to, statusAt: statusBefore(row), reason: lastMove?.reason ?? null };
    const transition = await this.write(manager, row, facts, 'take_back', row.agendaState, to, before);
    await this.jobs.publish(manager, proposalMoved, { proposalId: row.id });
    return transition;
  }

  /** Tells whoever follows a point that it moved, so many seconds from now. */
  async tellMove(
    manager: EntityManager,
    { row, facts }: LockedProposal,
    action: AgendaAction,
    agendaState: AgendaState,
    { version }: Transition,
    {
      mergedIntoId = null,
      afterSeconds = 0,
    }: { readonly mergedIntoId?: string | null; readonly afterSeconds?: number } = {},
  ): Promise<void> {
    const proposalId = row.id;
    const actorId = facts.actor?.personId ?? null;
    await this.jobs.publish(manager, proposalMoved, { proposalId });
    const move = { proposalId, version, action, agendaState, actorId, mergedIntoId };
    await this.jobs.publish(manager, proposalMoveSettled, move, { afterSeconds });
  }

  /**
   * Moves the new text of a locked point along its lifecycle; approving puts `approved` in the place of the public text.
   * The version counts on with each step, so that nobody decides on another text than the one on the screen.
   * @throws Problem `not_allowed`, `wrong_state`, or `stale_version` when `seenVersion` is old.
   */
  async renew(
    manager: EntityManager,
    { row, facts }: LockedProposal,
    action: VersionAction,
    from: NewTextState,
    { seenVersion, approved }: { readonly seenVersion?: number; readonly approved?: ProposalText },
  ): Promise<Transition> {
    const to = stateAfter(versionActions, action, from, facts);
    if (seenVersion !== undefined) requireVersion(row.version, seenVersion);
    const transition = await this.write(manager, row, facts, action, from, to, { ...noUndo, ...approved });
    if (approved) await this.tellVisibility(manager, row.id);
    const deskOf = await this.listModerators(manager, row);
    return { ...transition, change: { ...transition.change, isPublic: approved !== undefined, deskOf } };
  }

  /**
   * Somebody said how a locked point stands, so that its status is of now; nothing else of it changes. One that is closed
   * stays as old as the day it was closed, whatever is told of it afterwards.
   */
  async confirmStatus(manager: EntityManager, { row }: LockedProposal): Promise<void> {
    if (closedAgendaStates.some((state) => state === row.agendaState)) return;
    await manager.update(Proposal, row.id, { statusAt: this.clock.now() });
  }

  /** Locks a proposal until the end of the transaction, for who has the right to it by other rules. @throws Problem `not_found`. */
  async hold(manager: EntityManager, id: string): Promise<Proposal> {
    const row = await manager.findOne(Proposal, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!row) throw new Problem('not_found');
    return row;
  }

  /** Gives a held proposal to who it was written down for: author of it and of its texts from now on. */
  async handOver(manager: EntityManager, row: Proposal, personId: string): Promise<Transition> {
    const version = row.version + 1;
    await manager.update(Proposal, row.id, { authorId: personId, version });
    if (row.authorId)
      await manager.update(ProposalVersion, { proposalId: row.id, authorId: row.authorId }, { authorId: personId });
    await this.audit.record(manager, {
      actorId: personId,
      action: 'take_over',
      objectType: 'proposal_author',
      objectId: row.id,
      details: { from: row.authorId },
    });
    const { villageId, moderationState } = row;
    const isPublic = moderationState === 'approved';
    const deskOf =
      moderationState === 'submitted' ? await this.listModerators(manager, { ...row, authorId: personId }) : [];
    // What is written down for somebody has one village.
    const place = { proposalId: row.id, villageId, alsoVillageIds: [], authorId: personId };
    return { proposalId: row.id, version, change: { ...place, kind: 'proposal', isPublic, deskOf } };
  }

  /** Tells whoever compares or shows public texts that this one may have come or gone. */
  async tellVisibility(manager: EntityManager, proposalId: string): Promise<void> {
    await this.jobs.publish(manager, proposalVisibilityChanged, { proposalId });
  }

  /** As `tellVisibility`, for many at once. */
  async tellVisibilities(manager: EntityManager, proposalIds: readonly string[]): Promise<void> {
    const all = proposalIds.map((proposalId) => ({ proposalId }));
    await this.jobs.publishEach(manager, proposalVisibilityChanged, all);
  }

  /** The ids of the brokers who may moderate it at this moment: on their desks it comes and goes. */
  async listModerators(
    manager: EntityManager,
    { villageId, authorId, enteredBy }: Pick<LockedRow, 'villageId' | 'authorId' | 'enteredBy'>,
  ): Promise<readonly string[]> {
    const values = [villageId, authorId, enteredBy, this.clock.now()];
    const rows = await namedQuery<{ readonly id: string }>(manager, 'proposal moderators', moderatorsQuery, values);
    return rows.map(({ id }) => id);
  }

  private traces(action: ModerationAction, row: LockedRow): Patch {
    const now = this.clock.now();
    switch (action) {
      case 'submit':
        return {
          submittedAt: now,
          firstSubmittedAt: row.firstSubmittedAt ?? now,
          theme: row.theme ?? 'other',
          isResubmitted: row.isResubmitted || row.moderationState === 'refused',
          decidedText: null,
        };
      case 'reconsider':
        return { submittedAt: now };
      case 'recall':
        return { submittedAt: null };
      case 'approve':
        return { approvedAt: now, statusAt: now };
      case 'undo':
        return row.moderationState === 'approved' ? { approvedAt: null, statusAt: null } : {};
      case 'request_changes':
      case 'refuse':
      case 'hide':
      case 'show_again':
        return {};
    }
  }

  private async keepFirstText(manager: EntityManager, row: LockedRow, facts: ProposalFacts): Promise<void> {
    const { title, body, place, theme, kind, authorId } = row;
    const decidedAt = this.clock.now();
    await manager.insert(ProposalVersion, {
      ...{ title, body, place, theme, kind, authorId },
      proposalId: row.id,
      number: 1,
      state: 'approved',
      submittedAt: row.submittedAt ?? decidedAt,
      decidedBy: facts.actor?.personId ?? null,
      decidedAt,
    });
  }

  private async write(
    manager: EntityManager,
    row: LockedRow,
    facts: ProposalFacts,
    action: ModerationAction | AgendaAction | MoveAction | VersionAction,
    fromState: string,
    toState: string,
    patch: Patch,
    details?: Readonly<Record<string, unknown>>,
  ): Promise<Transition> {
    const version = row.version + 1;
    await manager.update(Proposal, row.id, { ...patch, version });
    await this.audit.record(manager, {
      actorId: facts.actor?.personId ?? null,
      action,
      objectType: 'proposal',
      objectId: row.id,
      fromState,
      toState,
      ...(details && { details }),
    });
    const states = [fromState, toState];
    const isOnAgenda = action in agendaActions || action in moveActions;
    return {
      proposalId: row.id,
      version,
      change: {
        proposalId: row.id,
        villageId: row.villageId,
        alsoVillageIds: row.alsoVillageIds,
        authorId: row.authorId,
        kind: 'proposal',
        isPublic: isOnAgenda || states.includes('approved'),
        deskOf: !isOnAgenda && states.includes('submitted') ? await this.listModerators(manager, row) : [],
      },
    };
  }
}

/** @throws Problem `not_allowed` for everyone but the author, `wrong_state` while it cannot be changed. */
export function requireEditable(facts: ProposalFacts): void {
  if (!isAuthor(facts)) throw new Problem('not_allowed');
  if (!mayEdit(facts)) throw new Problem('wrong_state');
}

/** What others go on reading once its author edits it: the text as it was decided upon, or null for a draft. */
export function decidedTextOf(row: LockedRow): ProposalText | null {
  const { title, body, place, theme, kind } = row;
  return row.moderationState === 'draft' ? null : (row.decidedText ?? { title, body, place, theme, kind });
}

/** The status of a point without its last move: what was told since the move stays the latest. */
function statusBefore({ lastMove, statusAt }: LockedRow): Date | null {
  const movedAt = lastMove && Date.parse(lastMove.until) - moveTerms.undoSeconds * 1000;
  if (movedAt !== null && statusAt && statusAt.getTime() > movedAt) return statusAt;
  return lastMove?.statusAt ? new Date(lastMove.statusAt) : null;
}
