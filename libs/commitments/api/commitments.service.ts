import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { commitmentActions, keepingPart } from '@kernagenda/commitments/domain';
import type {
  AskInput,
  CommitmentAction,
  CommitmentFacts,
  CommitmentState,
  CommitmentStepKind,
  CommitmentView,
  KeepInput,
  MoveInput,
  WithdrawInput,
} from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { ProposalsLifecycle, ProposalsService } from '@kernagenda/proposals/api';
import type { LockedProposal } from '@kernagenda/proposals/api';
import { Audit, Clock, Jobs, namedQuery, requireVersion } from '@kernagenda/shared/api';
import { Problem, amsterdamDay, invalidField, stateAfter } from '@kernagenda/shared/domain';
import { commitmentKept, commitmentMoved, commitmentWithdrawn } from './commitments.events';
import { requireDueDay } from './due-days';
import { Commitment, CommitmentStepRow } from './promises.entities';
import { commitmentLockQuery, commitmentQuery } from './promises.queries';
import type { CommitmentDetailRow, LockedCommitment } from './promises.queries';
import { PromisesService } from './promises.service';
import { toCommitment } from './promises.views';
import { StatusUpdates } from './status-updates';

/** A promise and its point, both locked. */
interface Held {
  readonly manager: EntityManager;
  readonly row: LockedCommitment;
  readonly point: LockedProposal;
  readonly facts: CommitmentFacts;
  readonly now: Date;
}

/** What an action changes besides the state, and says in the history. */
interface Change {
  readonly dueOn?: string;
  readonly text?: string;
  readonly keptOn?: string;
  readonly keptAt?: Date;
}

const stepOf: Readonly<Record<CommitmentAction, CommitmentStepKind>> = {
  keep: 'kept',
  move: 'moved',
  ask: 'asked',
  resume: 'resumed',
  withdraw: 'withdrawn',
};

/** What becomes of a promise, by whom it concerns. */
@Injectable()
export class CommitmentsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly proposals: ProposalsService,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly promises: PromisesService,
    private readonly updates: StatusUpdates,
  ) {}

  /** @throws Problem `not_found` when its point does not exist for this person. */
  async get(id: string, actor: Actor | null): Promise<CommitmentView> {
    type Row = CommitmentDetailRow & { readonly proposalId: string };
    const [row] = await namedQuery<Row>(this.dataSource, 'commitment', commitmentQuery, [id]);
    const point = row && (await this.proposals.findFacts(row.proposalId, actor));
    if (!row || !point) throw new Problem('not_found');
    return toCommitment(row, point, amsterdamDay(this.clock.now()));
  }

  /** Shows that it was kept; today is the day that counts. @throws Problem `invalid_input` without text and photo. */
  async keep(actor: Actor, id: string, version: number, input: KeepInput): Promise<void> {
    await this.change(actor, id, version, 'keep', async (held) => {
      const { manager, row, point, facts, now } = held;
      const part = keepingPart(facts);
      const teamId = part === 'official' ? row.teamId : null;
      const evidence = { ...input, kind: 'kept', part, teamId, commitmentId: id } as const;
      await this.updates.write(manager, actor, point, evidence);
      await this.step(held, actor, 'keep', { keptOn: amsterdamDay(now), keptAt: now });
      await this.jobs.publish(manager, commitmentKept, { commitmentId: id, actorId: actor.personId });
    });
  }

  /** Gives it another due day. @throws Problem `invalid_input` for the day it has, a day before today or too far ahead. */
  async move(actor: Actor, id: string, version: number, { dueOn, reason }: MoveInput): Promise<void> {
    await this.change(actor, id, version, 'move', async (held) => {
      requireDueDay(dueOn, held.now);
      if (dueOn === held.row.dueOn) throw invalidField('/dueOn', 'another day than it has');
      const stepId = await this.step(held, actor, 'move', { dueOn, text: reason });
      await this.lifecycle.confirmStatus(held.manager, held.point);
      await this.jobs.publish(held.manager, commitmentMoved, { commitmentId: id, stepId, actorId: actor.personId });
    });
  }

  /** Puts a question out; until `resume` nobody is reminded of a late promise. */
  async ask(actor: Actor, id: string, version: number, { question }: AskInput): Promise<void> {
    await this.change(actor, id, version, 'ask', async (held) => {
      await this.step(held, actor, 'ask', { text: question });
    });
  }

  async resume(actor: Actor, id: string, version: number): Promise<void> {
    await this.change(actor, id, version, 'resume', async (held) => {
      await this.step(held, actor, 'resume', {});
    });
  }

  async withdraw(actor: Actor, id: string, version: number, { reason }: WithdrawInput): Promise<void> {
    await this.change(actor, id, version, 'withdraw', async (held) => {
      const stepId = await this.step(held, actor, 'withdraw', { text: reason });
      await this.lifecycle.confirmStatus(held.manager, held.point);
      await this.jobs.publish(held.manager, commitmentWithdrawn, { commitmentId: id, stepId, actorId: actor.personId });
    });
  }

  private async change(
    actor: Actor,
    id: string,
    version: number,
    action: CommitmentAction,
    write: (held: Held) => Promise<void>,
  ): Promise<void> {
    const found = await this.dataSource.manager.findOneBy(Commitment, { id });
    if (!found) throw new Problem('not_found');
    const { proposalId } = found;
    await this.dataSource.transaction(async (manager) => {
      // The point before its promises, as everywhere, so that nobody waits for one another.
      const point = await this.lifecycle.lock(manager, proposalId, actor);
      const [row] = await namedQuery<LockedCommitment>(manager, 'commitment lock', commitmentLockQuery, [id]);
      if (!row) throw new Problem('not_found');
      const facts = { point: point.facts, state: row.state, teamId: row.teamId };
      stateAfter<CommitmentState, CommitmentFacts>(commitmentActions, action, row.state, facts);
      requireVersion(row.version, version);
      await write({ manager, row, point, facts, now: this.clock.now() });
    });
    this.promises.announce(proposalId);
  }

  /** Writes the change, its line in the history, whose id it answers, and its audit row. */
  private async step(
    { manager, row, facts, now }: Held,
    actor: Actor,
    action: CommitmentAction,
    { text, ...patch }: Change,
  ): Promise<string> {
    const state = stateAfter<CommitmentState, CommitmentFacts>(commitmentActions, action, row.state, facts);
    const number = row.version + 1;
    await manager.update(Commitment, row.id, { ...patch, state, version: number });
    const dueOn = patch.dueOn ?? row.dueOn;
    const line = { commitmentId: row.id, number, kind: stepOf[action], text: text ?? null, dueOn };
    const { id } = await manager.save(manager.create(CommitmentStepRow, { ...line, actorId: actor.personId, at: now }));
    await this.audit.record(manager, {
      actorId: actor.personId,
      action: `commitment.${action}`,
      objectType: 'commitment',
      objectId: row.id,
      fromState: row.state,
      toState: state,
    });
    return id;
  }
}
