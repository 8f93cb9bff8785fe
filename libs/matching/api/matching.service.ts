import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MatchTopic, PointSimilar, SimilarAnswer, SimilarInput, SimilarView } from '@kernagenda/matching/domain';
import { namedQuery } from '@kernagenda/shared/api';
import type { Page } from '@kernagenda/shared/domain';
import { MatchWorker } from './match-worker';
import { pointsQuery, similarQuery, topicsQuery, villageSimilarQuery } from './matching.queries';
import type { Found } from './worker/messages';

type Point = Pick<SimilarView, 'proposalId' | 'title' | 'village' | 'agendaState'>;

@Injectable()
export class MatchingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly worker: MatchWorker,
  ) {}

  /** What resembles a text that is being typed: first in the own village, then elsewhere. Nothing of it is stored. */
  async findSimilar(input: SimilarInput): Promise<SimilarAnswer> {
    const { inVillage, elsewhere } = await this.worker.ask('similar', input);
    const found = [...inVillage, ...elsewhere].map(({ id }) => id);
    const points = found.length === 0 ? [] : await this.readPoints(found);
    const views = (list: readonly Found[]): SimilarView[] =>
      list.flatMap(({ id, ...match }) =>
        points.filter(({ proposalId }) => proposalId === id).map((point) => ({ ...point, ...match })),
      );
    return { inVillage: views(inVillage), elsewhere: views(elsewhere) };
  }

  async listSimilar(proposalId: string): Promise<Page<SimilarView>> {
    const rows = await namedQuery<{ similar: SimilarView }>(this.dataSource, 'matching.similar', similarQuery, [
      proposalId,
    ]);
    return { items: rows.map(({ similar }) => similar), nextCursor: null };
  }

  /** The chips of every point of a village in one query. */
  async listVillageSimilar(slug: string): Promise<Page<PointSimilar>> {
    const items = await namedQuery<PointSimilar>(this.dataSource, 'matching.village', villageSimilarQuery, [slug]);
    return { items, nextCursor: null };
  }

  async listTopics(limit: number): Promise<Page<MatchTopic>> {
    return {
      items: await namedQuery<MatchTopic>(this.dataSource, 'matching.topics', topicsQuery, [limit]),
      nextCursor: null,
    };
  }

  private async readPoints(ids: readonly string[]): Promise<Point[]> {
    return namedQuery<Point>(this.dataSource, 'matching.points', pointsQuery, [ids]);
  }
}
