import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Idempotency, namedQuery, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { readableVersionStates } from '@kernagenda/proposals/domain';
import type { ProposalText, ProposalVersionView, VersionAction } from '@kernagenda/proposals/domain';
import { requireTitle } from './drafts.service';
import { ProposalVersion } from './proposals.entities';
import { ProposalsLifecycle } from './proposals.lifecycle';
import type { LockedProposal, Transition } from './proposals.lifecycle';
import { ProposalsLive } from './proposals.live';
import { ProposalsService } from './proposals.service';

type VersionRow = Omit<ProposalVersionView, 'submittedAt' | 'approvedAt'> & {
  readonly id: string;
  readonly submittedAt: Date;
  readonly approvedAt: Date | null;
};

/** $1: proposal; $2: states; $3, $4, $5: the keys after which the page begins, or null; $6: the number of rows. */
const versionsQuery = `
  select n.id, n.number, n.state, n.title, n.body, n.place, n.theme, n.kind, n.submitted_at as "submittedAt",
    case when n.state = 'approved' then n.decided_at end as "approvedAt"
  from proposal_version n
  where n.proposal_id = $1 and n.state = any($2)
    and ($3::timestamptz is null or (n.submitted_at, n.number, n.id) < ($3::timestamptz, $4::int, $5::uuid))
  order by n.submitted_at desc, n.number desc, n.id desc limit $6`;

/** The texts of points that everyone reads: what they were, and what their author wants them to be. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly proposals: ProposalsService,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly live: ProposalsLive,
  ) {}

  /** Newest first. @throws Problem `not_found` when the proposal does not exist for this person. */
  async list(
    actor: Actor | null,
    id: string,
    limit: number,
    after: readonly [submittedAt: string, number: number, id: string] | null,
  ): Promise<Page<ProposalVersionView>> {
    const facts = await this.proposals.findFacts(id, actor);
    if (!facts) throw new Problem('not_found');
    const values = [
      id,
      readableVersionStates(facts),
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      limit + 1,
    ];
    const rows = await namedQuery<VersionRow>(this.dataSource, 'proposal versions', versionsQuery, values);
    return toPage(rows, limit, toView, (row) => [row.submittedAt.toISOString(), row.number, row.id]);
  }

  /**
   * Sends in a new text; the present one stays public.
   * @throws Problem `not_allowed`, `wrong_state` while one waits, `stale_version`, or `invalid_input` when nothing differs.
   */
  async propose(
    actor: Actor,
    id: string,
    text: ProposalText,
    seenVersion: number,
    call: IdempotentCall | null,
  ): Promise<void> {
    const made = await this.dataSource.transaction(async (manager) => {
      const transitions: Transition[] = [];
      await this.idempotency.once(manager, call, async () => {
        const locked = await this.lifecycle.lock(manager, id, actor);
        const from = (await this.findPending(manager, id)) ? 'pending' : 'none';
        transitions.push(await this.lifecycle.renew(manager, locked, 'propose_version', from, { seenVersion }));
        requireTitle(text.title);
        requireDifference(locked.row, text);
        const { title, body, place, theme, kind } = text;
        const { id: versionId } = await manager.save(
          manager.create(ProposalVersion, {
            ...{ title, body, place, theme: theme ?? locked.row.theme, kind },
            proposalId: id,
            number: (await manager.countBy(ProposalVersion, { proposalId: id, state: 'approved' })) + 1,
            state: 'pending',
            authorId: actor.personId,
            submittedAt: this.clock.now(),
          }),
        );
        return { id: versionId };
      });
      return transitions;
    });
    for (const { change } of made) this.live.announceNewText(change);
  }

  /** Takes the new text back from the desk. */
  async withdraw(actor: Actor, id: string, number: number): Promise<void> {
    const { change } = await this.dataSource.transaction(async (manager) =>
      this.decide(manager, await this.lifecycle.lock(manager, id, actor), number, 'withdraw_version'),
    );
    this.live.announceNewText(change);
  }

  /**
   * Decides on the text that waits, in the transaction of whoever calls; tell `ProposalsLive` after the commit.
   * @throws Problem `not_allowed`, `stale_version`, or `wrong_state` for a number that does not wait.
   */
  async decide(
    manager: EntityManager,
    locked: LockedProposal,
    number: number,
    action: Exclude<VersionAction, 'propose_version'>,
    seenVersion?: number,
  ): Promise<Transition> {
    const { row, facts } = locked;
    const pending = await this.findPending(manager, row.id);
    const from = pending?.number === number ? 'pending' : 'none';
    const text = pending && action === 'approve_version' ? { approved: textOf(pending) } : {};
    const seen = seenVersion === undefined ? {} : { seenVersion };
    const transition = await this.lifecycle.renew(manager, locked, action, from, { ...text, ...seen });
    const state = { approve_version: 'approved', refuse_version: 'refused', withdraw_version: 'withdrawn' } as const;
    await manager.update(
      ProposalVersion,
      { proposalId: row.id, state: 'pending' },
      { state: state[action], decidedBy: facts.actor?.personId ?? null, decidedAt: this.clock.now() },
    );
    return transition;
  }

  /** Since when the broker has something of this point to read: a submission or a new text; null when there is none. */
  async waitsSince(manager: EntityManager, { row }: LockedProposal): Promise<Date | null> {
    if (row.moderationState === 'submitted') return row.submittedAt;
    if (row.moderationState !== 'approved') return null;
    return (await this.findPending(manager, row.id))?.submittedAt ?? null;
  }

  /** Read after the lock, and never in the same statement: that would see what was there before it waited. */
  private findPending(manager: EntityManager, proposalId: string): Promise<ProposalVersion | null> {
    return manager.findOneBy(ProposalVersion, { proposalId, state: 'pending' });
  }
}

function textOf({ title, body, place, theme, kind }: ProposalText): ProposalText {
  return { title, body, place, theme, kind };
}

function toView({ id: _id, submittedAt, approvedAt, ...row }: VersionRow): ProposalVersionView {
  return { ...row, submittedAt: submittedAt.toISOString(), approvedAt: approvedAt?.toISOString() ?? null };
}

function requireDifference(present: ProposalText, wanted: ProposalText): void {
  const names = ['title', 'body', 'place', 'theme', 'kind'] as const;
  if (names.some((name) => present[name] !== wanted[name])) return;
  throw invalidField('/title', 'a text that differs from the present one');
}
