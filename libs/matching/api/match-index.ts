import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { createEngine, createIndex } from '@kernagenda/matching/domain';
import type { ClusterPoint, Engine, Features, Match, MatchIndex as Index } from '@kernagenda/matching/domain';
import { namedQuery } from '@kernagenda/shared/api';
import { changedTextsQuery } from './matching.queries';

/** Raise it when the engine reads texts differently: stored readings of another number are made again at the next start. */
export const engineVersion = 3;

export interface Found {
  readonly id: string;
  readonly match: Match;
}

interface ChangedText {
  readonly proposalId: string;
  readonly villageIds: readonly string[];
  readonly features: Features;
  readonly isPublic: boolean;
  readonly seq: number;
}

/** The public texts in the memory of this process, kept in step by following the change log before every search. */
@Injectable()
export class MatchIndex {
  private readonly points = new Map<string, ClusterPoint>();
  private engine: Engine | null = null;
  private index: Index | null = null;
  private seen = 0;
  /** One at a time: two that follow at once could each miss what the other saw. */
  private following: Promise<void> = Promise.resolve();

  constructor(private readonly dataSource: DataSource) {}

  async features(text: { readonly title: string; readonly body: string }): Promise<Features> {
    return (await this.getEngine()).features(text);
  }

  /** How points that belong together are called. */
  async labels(): Promise<Engine['label']> {
    return (await this.getEngine()).label;
  }

  /** Reads what changed since the last look; inside the transaction of a writer it sees that writer's rows too. */
  follow(source: DataSource | EntityManager = this.dataSource): Promise<void> {
    const followed = this.following.then(() => this.followNow(source));
    this.following = followed.catch(() => undefined);
    return followed;
  }

  private async followNow(source: DataSource | EntityManager): Promise<void> {
    const engine = await this.getEngine();
    const index = (this.index ??= createIndex(engine));
    const changes = await namedQuery<ChangedText>(source, 'matching.changes', changedTextsQuery, [this.seen]);
    for (const { proposalId, villageIds, features, isPublic, seq } of changes) {
      index.remove(proposalId);
      this.points.delete(proposalId);
      if (isPublic) {
        index.add(proposalId, features);
        this.points.set(proposalId, { id: proposalId, villages: villageIds, features });
      }
      this.seen = Math.max(this.seen, seq);
    }
  }

  /** Reads everything again at the next look: after a rollback it holds what was never written. */
  forget(): void {
    this.following = this.following.then(() => {
      this.index = null;
      this.points.clear();
      this.seen = 0;
    });
  }

  allPoints(): ClusterPoint[] {
    return [...this.points.values()];
  }

  /** The points of other villages that resemble this; a point two villages share is never matched between them. */
  elsewhere(features: Features, villageIds: readonly string[], limit: number, ownId?: string): Found[] {
    return this.find(features, limit, (id) => id !== ownId && !this.isIn(id, villageIds));
  }

  /** The points of this village that resemble this. */
  inVillage(features: Features, villageId: string, limit: number): Found[] {
    return this.find(features, limit, (id) => this.isIn(id, [villageId]));
  }

  private find(features: Features, limit: number, accepts: (id: string) => boolean): Found[] {
    const found = this.index?.similar(features, { limit, exclude: (id) => !accepts(id) }) ?? [];
    return found.flatMap(({ id, tier }) => {
      const other = this.points.get(id);
      const match = other && tier !== 'related' && this.engine?.compare(features, other.features);
      return match ? [{ id, match }] : [];
    });
  }

  private isIn(id: string, villageIds: readonly string[]): boolean {
    return villageIds.some((villageId) => this.points.get(id)?.villages.includes(villageId));
  }

  private async getEngine(): Promise<Engine> {
    if (this.engine) return this.engine;
    const rows = await this.dataSource.query<{ name: string }[]>('select name from village_public order by name');
    const engine = createEngine({ villageNames: rows.map(({ name }) => name) });
    if (rows.length > 0) this.engine = engine;
    return engine;
  }
}
