import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { actsAsSecretary } from '@kernagenda/identity/domain';
import type { Actor, Place } from '@kernagenda/identity/domain';
import { maySpeakFor, newsActions, newsFaults } from '@kernagenda/news/domain';
import type { NewsAction, NewsFacts, NewsInput, NewsPage } from '@kernagenda/news/domain';
import { Audit, Clock, Idempotency, Jobs, namedQuery, requireVersion, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem, allowedActions, invalidField, stateAfter } from '@kernagenda/shared/domain';
import { VillageNews } from './items.entities';
import { newsQuery, pointIsPublicQuery } from './items.queries';
import type { NewsRow } from './items.queries';
import { LettersReader } from './letters.reader';
import { NewsLive } from './news.live';
import { villageAnnounced } from './news.events';
import { placeOfVillageQuery } from './village.queries';

/** Short news of villages. */
@Injectable()
export class News {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly villages: LettersReader,
    private readonly live: NewsLive,
  ) {}

  /** The newest first. @throws Problem `not_found` for a village that does not exist. */
  async list(
    actor: Actor | null,
    slug: string,
    limit: number,
    after: readonly [at: string, id: string] | null,
  ): Promise<NewsPage> {
    const { id, village, place } = await this.villages.findVillage(slug);
    const values = [id, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<NewsRow>(this.dataSource, 'village news', newsQuery, values);
    const may = allowedActions(newsActions, 'told', { actor, place });
    const page = toPage(
      rows,
      limit,
      ({ voice, toldAt, correctedAt, ...row }) => ({
        ...{ ...row, by: voice, toldAt: toldAt.toISOString(), allowedActions: may },
        correctedAt: correctedAt?.toISOString() ?? null,
      }),
      (row) => [row.toldAt.toISOString(), row.id],
    );
    return { village, ...page, mayTell: maySpeakFor({ actor, place }) };
  }

  /**
   * Tells something of a village, at once and to everybody.
   * @throws Problem `not_found`, `not_allowed`, `invalid_input` also for a point that everybody may not read
   */
  async tell(
    actor: Actor,
    slug: string,
    input: NewsInput,
    call: IdempotentCall | null,
  ): Promise<{ readonly id: string }> {
    const { id: villageId, place } = await this.villages.findVillage(slug);
    if (!maySpeakFor({ actor, place })) throw new Problem('not_allowed');
    const told = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const words = await this.wordsOf(manager, input);
        const voice = actsAsSecretary(actor, place) ? 'group' : 'broker';
        const row = { ...words, villageId, voice, toldAt: this.clock.now(), correctedAt: null } as const;
        const { id } = await manager.save(manager.create(VillageNews, row));
        await this.jobs.publish(manager, villageAnnounced, { announcementId: id, actorId: actor.personId });
        await this.record(manager, actor, 'tell', id);
        return { id };
      }),
    );
    this.live.announce({ villageId });
    return told;
  }

  /** Says it otherwise, which it tells. @throws Problem `not_found`, `not_allowed`, `stale_version`, `invalid_input` */
  correct(actor: Actor, id: string, input: NewsInput, seenVersion: number): Promise<void> {
    return this.act(actor, id, 'correct', seenVersion, async (manager, version) => {
      const words = await this.wordsOf(manager, input);
      await manager.update(VillageNews, id, { ...words, correctedAt: this.clock.now(), version: version + 1 });
    });
  }

  /** Takes it off the site. @throws as `correct` */
  takeBack(actor: Actor, id: string, seenVersion: number): Promise<void> {
    return this.act(actor, id, 'take_back', seenVersion, async (manager) => {
      await manager.delete(VillageNews, id);
    });
  }

  private async act(
    actor: Actor,
    id: string,
    action: NewsAction,
    seenVersion: number,
    work: (manager: EntityManager, version: number) => Promise<void>,
  ): Promise<void> {
    const { villageId } = await this.dataSource.transaction(async (manager) => {
      const item = await manager.findOne(VillageNews, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!item) throw new Problem('not_found');
      const [village] = await namedQuery<{ id: string; place: Place }>(
        manager,
        'place of village',
        placeOfVillageQuery,
        [item.villageId],
      );
      if (!village) throw new Problem('not_found');
      stateAfter<'told', NewsFacts>(newsActions, action, 'told', { actor, place: village.place });
      requireVersion(item.version, seenVersion);
      await work(manager, item.version);
      await this.record(manager, actor, action, id);
      return item;
    });
    this.live.announce({ villageId });
  }

  private async wordsOf(manager: EntityManager, input: NewsInput) {
    const faults = newsFaults(input);
    if (faults.length > 0) throw new Problem('invalid_input', undefined, [...faults]);
    const { kind, title, text, pointId, startsOn, endsOn, place } = input;
    const known: unknown[] = pointId === null ? [] : await manager.query(pointIsPublicQuery, [pointId]);
    if (pointId !== null && known.length === 0) throw invalidField('/pointId', 'a point that everybody may read');
    return { kind, title, text, proposalId: pointId, startsOn, endsOn, place };
  }

  private record(manager: EntityManager, actor: Actor, verb: string, objectId: string): Promise<void> {
    const entry = { actorId: actor.personId, action: `village_news.${verb}`, objectType: 'village_news', objectId };
    return this.audit.record(manager, entry);
  }
}
