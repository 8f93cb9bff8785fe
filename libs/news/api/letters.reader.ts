import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { letterActions, mayReadLetter, maySpeakFor, nextPeriod } from '@kernagenda/news/domain';
import type { LetterState, LetterSummary, LetterView, LettersView } from '@kernagenda/news/domain';
import { Clock, Settings, namedQuery, toPage } from '@kernagenda/shared/api';
import { Problem, allowedActions } from '@kernagenda/shared/domain';
import { lastLetterQuery, letterQuery, lettersQuery, linesQuery } from './letters.queries';
import type { LetterDetailRow, LetterRow, LineRow } from './letters.queries';
import { villagePlaceQuery } from './village.queries';
import type { VillagePlaceRow } from './village.queries';

/** What may be read of status letters: the words of a point as they are now, and nothing of a point that is hidden. */
@Injectable()
export class LettersReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** @throws Problem `not_found` for a village that does not exist. */
  async list(
    actor: Actor | null,
    slug: string,
    limit: number,
    after: readonly [at: string, id: string] | null,
  ): Promise<LettersView> {
    const { id, village, place } = await this.findVillage(slug);
    const mayWrite = maySpeakFor({ actor, place });
    const values = [id, mayWrite, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<LetterRow>(this.dataSource, 'status letters', lettersQuery, values);
    const page = toPage(rows, limit, toSummary, (row) => [(row.publishedAt ?? row.createdAt).toISOString(), row.id]);
    if (!mayWrite) return { village, ...page, next: null };
    const last = await namedQuery<{ id: string; toldUntil: Date }>(this.dataSource, 'last letter', lastLetterQuery, [
      id,
    ]);
    return { village, ...page, next: nextPeriod(last[0]?.toldUntil ?? null, this.clock.now()) };
  }

  /** @throws Problem `not_found`, also for a draft of somebody else's village. */
  async get(actor: Actor | null, id: string): Promise<LetterView> {
    const [row] = await namedQuery<LetterDetailRow>(this.dataSource, 'status letter', letterQuery, [id]);
    const state = row ? stateOf(row) : 'draft';
    if (!row || !mayReadLetter(state, { actor, place: row.place })) throw new Problem('not_found');
    const lines = await namedQuery<LineRow>(this.dataSource, 'status letter lines', linesQuery, [
      id,
      state === 'draft',
    ]);
    return {
      ...toSummary(row),
      introduction: row.introduction,
      lines,
      url: `${this.settings.publicUrl}/kernen/${row.village.slug}/statusbrieven/${id}`,
      allowedActions: allowedActions(letterActions, state, { actor, place: row.place }),
      version: row.version,
    };
  }

  /** @throws Problem `not_found` for a village that does not exist. */
  async findVillage(slug: string, source: DataSource | EntityManager = this.dataSource): Promise<VillagePlaceRow> {
    const [row] = await namedQuery<VillagePlaceRow>(source, 'news village', villagePlaceQuery, [slug]);
    if (!row) throw new Problem('not_found');
    return row;
  }
}

const stateOf = ({ publishedAt }: Pick<LetterRow, 'publishedAt'>): LetterState =>
  publishedAt === null ? 'draft' : 'published';

const toSummary = ({ id, village, fromOn, toOn, title, publishedAt }: LetterRow): LetterSummary => ({
  ...{ id, village, fromOn, toOn, title, state: stateOf({ publishedAt }) },
  publishedAt: publishedAt?.toISOString() ?? null,
});
