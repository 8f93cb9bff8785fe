import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, namedQuery, toPage } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, workingDaysAfter } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { moderationTerms } from '@kernagenda/moderation/domain';
import type { ClaimView, QueueItem } from '@kernagenda/moderation/domain';
import { mayModerate } from '@kernagenda/proposals/domain';
import { ProposalsLifecycle, ProposalsLive, VersionsService, readerValues } from '@kernagenda/proposals/api';
import type { LockedProposal } from '@kernagenda/proposals/api';
import { SettingsService } from '@kernagenda/villages/api';
import { ModerationClaim } from './moderation.entities';
import { queueQuery } from './moderation.queries';
import type { QueueRow } from './moderation.queries';

/** The desk of the broker: what waits, and who reads it. */
@Injectable()
export class DeskService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly versions: VersionsService,
    private readonly live: ProposalsLive,
    private readonly settings: SettingsService,
  ) {}

  /** What this broker may decide on, oldest term first. */
  async listQueue(
    actor: Actor,
    limit: number,
    after: readonly [submittedAt: string, id: string] | null,
  ): Promise<Page<QueueItem>> {
    const values = [...readerValues(actor, this.clock.now()), after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const [rows, { readWithinDays }] = await Promise.all([
      namedQuery<QueueRow>(this.dataSource, 'moderation queue', queueQuery, values),
      this.settings.getTerms(this.dataSource),
    ]);
    return toPage(
      rows,
      limit,
      (row) => toItem(row, actor, readWithinDays),
      ({ submittedAt, proposalId }) => [submittedAt.toISOString(), proposalId],
    );
  }

  /** Says that this broker reads it now. @throws Problem `claimed_by_other`, or `wrong_state` when it does not wait. */
  async claim(actor: Actor, id: string): Promise<ClaimView> {
    const { villageId, until, deskOf } = await this.dataSource.transaction(async (manager) => {
      const locked = await this.lockModerated(manager, id, actor);
      if (!(await this.versions.waitsSince(manager, locked))) throw new Problem('wrong_state');
      await this.requireFree(manager, locked, actor);
      const claimedAt = this.clock.now();
      const claimedUntil = new Date(claimedAt.getTime() + moderationTerms.claimMinutes * 60_000);
      await manager.save(ModerationClaim, { proposalId: id, claimedBy: actor.personId, claimedAt, claimedUntil });
      await this.record(manager, actor, 'claim', id);
      const deskOf = await this.lifecycle.listModerators(manager, locked.row);
      return { villageId: locked.row.villageId, until: claimedUntil, deskOf };
    });
    this.live.announceQueue(id, villageId, deskOf);
    return { displayName: actor.displayName, isMine: true, until: until.toISOString() };
  }

  /** Gives the own claim back; without one, also after a decision, nothing changes. */
  async release(actor: Actor, id: string): Promise<void> {
    const freed = await this.dataSource.transaction(async (manager) => {
      const { row } = await this.lockModerated(manager, id, actor);
      const { affected } = await manager.delete(ModerationClaim, { proposalId: id, claimedBy: actor.personId });
      if (!affected) return null;
      await this.record(manager, actor, 'release', id);
      return { villageId: row.villageId, deskOf: await this.lifecycle.listModerators(manager, row) };
    });
    if (freed) this.live.announceQueue(id, freed.villageId, freed.deskOf);
  }

  /** @throws Problem `claimed_by_other` while a colleague reads it. */
  async requireFree(manager: EntityManager, locked: LockedProposal, actor: Actor): Promise<void> {
    const since = await this.versions.waitsSince(manager, locked);
    const claim = await manager.findOneBy(ModerationClaim, {
      proposalId: locked.row.id,
      claimedUntil: MoreThan(this.clock.now()),
    });
    const isCurrent = claim !== null && since !== null && claim.claimedAt >= since;
    if (isCurrent && claim.claimedBy !== actor.personId) throw new Problem('claimed_by_other');
  }

  private async lockModerated(manager: EntityManager, id: string, actor: Actor): Promise<LockedProposal> {
    const locked = await this.lifecycle.lock(manager, id, actor);
    if (!mayModerate(locked.facts)) throw new Problem('not_allowed');
    return locked;
  }

  private record(manager: EntityManager, actor: Actor, action: string, objectId: string): Promise<void> {
    return this.audit.record(manager, { actorId: actor.personId, action, objectType: 'proposal', objectId });
  }
}

function toItem(row: QueueRow, actor: Actor, readWithinDays: number): QueueItem {
  const { proposalId, version, title, body, place, theme, kind, village, photos, author } = row;
  const { submittedAt, reopenedBecause, newTextNumber: number, publicText } = row;
  const claim = row.claimer !== null &&
    row.claimedUntil !== null && {
      displayName: row.claimer,
      isMine: row.claimedBy === actor.personId,
      until: row.claimedUntil.toISOString(),
    };
  return {
    proposalId,
    version,
    title,
    body,
    place,
    theme,
    kind,
    village,
    photos,
    author,
    submittedAt: submittedAt.toISOString(),
    dueAt: workingDaysAfter(submittedAt, readWithinDays).toISOString(),
    claim: claim || null,
    reopenedBecause: number === null ? reopenedBecause : null,
    newText: number !== null && publicText ? { number, publicText } : null,
    isStandIn: !row.isOwn,
  };
}
