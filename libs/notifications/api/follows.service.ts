import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import type {
  FollowView,
  FollowedView,
  MailChoice,
  MailChoiceView,
  NotificationReason,
} from '@kernagenda/notifications/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { Audit, Clock, namedQuery, toPage } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import {
  choiceBeforeQuery,
  chooseMailQuery,
  choosePointQuery,
  chooseThemeQuery,
  chooseVillageQuery,
  followedQuery,
  leaveOutQuery,
  mailChoiceQuery,
  pointFollowQuery,
  restartPointQuery,
  setPlaceQuery,
  stopPointQuery,
  stopThemeQuery,
  stopVillageQuery,
  villageFollowQuery,
} from './follows.queries';

interface FollowedRow extends Omit<FollowedView, 'since'> {
  readonly since: Date;
}

/**
 * What people follow. Who wrote, supports or talks on a point follows it by that; a row tells what was chosen by hand, or
 * stopped, and stopping goes before all else.
 */
@Injectable()
export class FollowsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem `not_found` for a point that not everyone may read. */
  async findPoint({ personId }: Actor, proposalId: string): Promise<FollowView> {
    const values = [proposalId, personId];
    type Row = { readonly reason: NotificationReason | null };
    const [row] = await namedQuery<Row>(this.dataSource, 'follow point', pointFollowQuery, values);
    if (!row) throw new Problem('not_found');
    return toFollow(row.reason);
  }

  /** @throws Problem `not_found`. */
  async findVillage(actor: Actor, slug: string): Promise<FollowView> {
    return toFollow((await this.requireVillage(actor, slug)).reason);
  }

  /** Follows again, or from now on; twice changes nothing. */
  async followPoint(actor: Actor, proposalId: string): Promise<void> {
    await this.findPoint(actor, proposalId);
    await this.startPoint(actor.personId, proposalId);
  }

  async unfollowPoint(actor: Actor, proposalId: string): Promise<void> {
    await this.findPoint(actor, proposalId);
    await this.stopPoint(actor.personId, proposalId);
  }

  async followVillage(actor: Actor, slug: string): Promise<void> {
    await this.startVillage(actor.personId, (await this.requireVillage(actor, slug)).id);
  }

  async unfollowVillage(actor: Actor, slug: string): Promise<void> {
    await this.stopVillage(actor.personId, (await this.requireVillage(actor, slug)).id);
  }

  /** A theme in all villages; twice changes nothing. */
  async followTheme({ personId }: Actor, theme: Theme): Promise<void> {
    await this.write(personId, 'follow', { theme }, async (manager) => {
      await manager.query(chooseThemeQuery, [personId, theme, this.clock.now()]);
    });
  }

  async unfollowTheme({ personId }: Actor, theme: Theme): Promise<void> {
    await this.write(personId, 'unfollow', { theme }, async (manager) => {
      await manager.query(stopThemeQuery, [personId, theme]);
    });
  }

  async list(
    { personId }: Actor,
    limit: number,
    after: readonly [since: string, id: string] | null,
  ): Promise<Page<FollowedView>> {
    const values = [personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<FollowedRow>(this.dataSource, 'followed', followedQuery, values);
    return toPage(
      rows,
      limit,
      (row) => ({ ...row, since: row.since.toISOString() }),
      ({ since, id }) => [since.toISOString(), id],
    );
  }

  async getMailChoice({ personId }: Actor): Promise<MailChoiceView> {
    type Row = { readonly choice: MailChoice; readonly pausedAt: Date | null };
    const [row] = await namedQuery<Row>(this.dataSource, 'mail choice', mailChoiceQuery, [personId]);
    return { choice: row?.choice ?? 'at_once', pausedAt: row?.pausedAt?.toISOString() ?? null };
  }

  /** From here on also for who has no session: a stop link names the person. */
  async chooseMail(personId: string, choice: MailChoice): Promise<void> {
    await this.write(personId, 'choose_mail', { choice }, async (manager) => {
      await manager.query(chooseMailQuery, [personId, choice, this.clock.now()]);
      if (choice === 'in_app') await manager.query(leaveOutQuery, [personId]);
    });
  }

  /** Mail again, as it was before it was stopped. */
  async chooseMailAgain(personId: string): Promise<void> {
    type Row = { readonly choice: MailChoice | null };
    const [row] = await namedQuery<Row>(this.dataSource, 'choice before', choiceBeforeQuery, [personId]);
    await this.chooseMail(personId, row?.choice ?? 'at_once');
  }

  /** Starts or stops a theme or circle by the id of its row. */
  async setPlace(personId: string, followId: string, isOn: boolean): Promise<void> {
    await this.write(personId, isOn ? 'follow' : 'unfollow', { followId }, async (manager) => {
      await manager.query(setPlaceQuery, [personId, followId, isOn]);
    });
  }

  async startPoint(personId: string, proposalId: string): Promise<void> {
    await this.write(personId, 'follow', { proposalId }, async (manager) => {
      await manager.query(restartPointQuery, [personId, proposalId]);
      await manager.query(choosePointQuery, [personId, proposalId, this.clock.now()]);
    });
  }

  async stopPoint(personId: string, proposalId: string): Promise<void> {
    await this.write(personId, 'unfollow', { proposalId }, async (manager) => {
      await manager.query(stopPointQuery, [personId, proposalId, this.clock.now()]);
    });
  }

  async startVillage(personId: string, villageId: string): Promise<void> {
    await this.write(personId, 'follow', { villageId }, async (manager) => {
      await manager.query(chooseVillageQuery, [personId, villageId, this.clock.now()]);
    });
  }

  async stopVillage(personId: string, villageId: string): Promise<void> {
    await this.write(personId, 'unfollow', { villageId }, async (manager) => {
      await manager.query(stopVillageQuery, [personId, villageId]);
    });
  }

  private async requireVillage(
    { personId }: Actor,
    slug: string,
  ): Promise<{ readonly id: string; readonly reason: NotificationReason | null }> {
    type Row = { readonly id: string; readonly reason: NotificationReason | null };
    const [row] = await namedQuery<Row>(this.dataSource, 'follow village', villageFollowQuery, [slug, personId]);
    if (!row) throw new Problem('not_found');
    return row;
  }

  private async write(
    personId: string,
    action: string,
    details: Readonly<Record<string, string>>,
    change: (manager: EntityManager) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await change(manager);
      const record = { actorId: personId, action, objectType: 'person', objectId: personId, details };
      await this.audit.record(manager, record);
    });
  }
}

function toFollow(reason: NotificationReason | null): FollowView {
  return { isFollowing: reason !== null, reason };
}
