import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Collaborations } from '@kernagenda/collaborations/api';
import type { Actor } from '@kernagenda/identity/domain';
import { letterActions, letterHome, mayReadLetter, mayWriteLetter, nextPeriod } from '@kernagenda/news/domain';
import type {
  LetterFacts,
  LetterOwner,
  LetterState,
  LetterSummary,
  LetterView,
  LettersOf,
  LettersView,
} from '@kernagenda/news/domain';
import { Clock, Settings, namedQuery, toPage } from '@kernagenda/shared/api';
import { Problem, allowedActions, invalidField } from '@kernagenda/shared/domain';
import { collaborationQuery, letterQuery, lettersQuery, linesQuery, toldUntilQuery } from './letters.queries';
import type { LetterDetailRow, LetterRow, LineRow } from './letters.queries';
import { villagePlaceQuery } from './village.queries';
import type { VillagePlaceRow } from './village.queries';

/** A village or a collaboration, and what the rules know of who asks. */
export interface FoundOwner {
  readonly owner: LetterOwner;
  readonly villageId: string | null;
  readonly collaborationId: string | null;
  readonly facts: LetterFacts;
}

/** What may be read of status letters: the words of a point as they are now, and nothing of a point that is hidden. */
@Injectable()
export class LettersReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly collaborations: Collaborations,
  ) {}

  /** @throws Problem `not_found` for what does not exist, `invalid_input` for none or both of the two. */
  async list(
    actor: Actor | null,
    of: LettersOf,
    limit: number,
    after: readonly [at: string, id: string] | null,
  ): Promise<LettersView> {
    const { owner, villageId, collaborationId, facts } = await this.findOwner(actor, of);
    const mayWrite = mayWriteLetter(facts);
    const ids = [villageId, collaborationId];
    const values = [...ids, mayWrite, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<LetterRow>(this.dataSource, 'status letters', lettersQuery, values);
    const page = toPage(rows, limit, toSummary, (row) => [(row.publishedAt ?? row.createdAt).toISOString(), row.id]);
    if (!mayWrite) return { ...owner, ...page, next: null };
    const [last] = await namedQuery<{ toldUntil: Date | null }>(this.dataSource, 'told until', toldUntilQuery, ids);
    return { ...owner, ...page, next: nextPeriod(last?.toldUntil ?? null, this.clock.now()) };
  }

  /** @throws Problem `not_found`, also for a draft of others. */
  async get(actor: Actor | null, id: string): Promise<LetterView> {
    const { row, state, facts } = await this.find(actor, id);
    const lines = await namedQuery<LineRow>(this.dataSource, 'status letter lines', linesQuery, [
      id,
      state === 'draft',
    ]);
    return {
      ...toSummary(row),
      introduction: row.introduction,
      lines,
      url: `${this.settings.publicUrl}${letterHome(row).path}/statusbrieven/${id}`,
      allowedActions: allowedActions(letterActions, state, facts),
      version: row.version,
    };
  }

  /** The letter as it stands, and what the rules know. @throws Problem `not_found`, also for a draft of others. */
  async find(
    actor: Actor | null,
    id: string,
    source: DataSource | EntityManager = this.dataSource,
  ): Promise<{ readonly row: LetterDetailRow; readonly state: LetterState; readonly facts: LetterFacts }> {
    const [row] = await namedQuery<LetterDetailRow>(source, 'status letter', letterQuery, [id]);
    if (!row) throw new Problem('not_found');
    const facts = row.place
      ? { actor, place: row.place }
      : { actor, parties: await this.collaborations.listParties(source, row.collaboration?.id ?? '') };
    const state = stateOf(row);
    if (!mayReadLetter(state, facts)) throw new Problem('not_found');
    return { row, state, facts };
  }

  /** @throws Problem `not_found` for what does not exist, `invalid_input` for none or both of the two. */
  async findOwner(actor: Actor | null, { village: slug, collaboration: id }: LettersOf): Promise<FoundOwner> {
    if ((slug === undefined) === (id === undefined)) throw invalidField('/village', 'either this or /collaboration');
    if (slug !== undefined) {
      const { id: villageId, village, place } = await this.findVillage(slug);
      return { owner: { village, collaboration: null }, villageId, collaborationId: null, facts: { actor, place } };
    }
    const rows = await namedQuery<{ id: string; title: string }>(this.dataSource, 'letter owner', collaborationQuery, [
      id,
    ]);
    const [collaboration] = rows;
    if (!collaboration) throw new Problem('not_found');
    const parties = await this.collaborations.listParties(this.dataSource, collaboration.id);
    return {
      ...{ owner: { village: null, collaboration }, villageId: null, collaborationId: collaboration.id },
      facts: { actor, parties },
    };
  }

  /** @throws Problem `not_found` for a village that does not exist. */
  async findVillage(slug: string): Promise<VillagePlaceRow> {
    const [row] = await namedQuery<VillagePlaceRow>(this.dataSource, 'news village', villagePlaceQuery, [slug]);
    if (!row) throw new Problem('not_found');
    return row;
  }
}

const stateOf = ({ publishedAt }: Pick<LetterRow, 'publishedAt'>): LetterState =>
  publishedAt === null ? 'draft' : 'published';

const toSummary = ({ id, village, collaboration, fromOn, toOn, title, publishedAt }: LetterRow): LetterSummary => ({
  ...{ id, village, collaboration, fromOn, toOn, title, state: stateOf({ publishedAt }) },
  publishedAt: publishedAt?.toISOString() ?? null,
});
