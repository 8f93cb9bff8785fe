import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  compareWithMeaning,
  createEngine,
  createIndex,
  createVectorIndex,
  similarLimits,
} from '@kernagenda/matching/domain';
import type {
  AmountInput,
  Engine,
  EvidenceView,
  Features,
  Match,
  MatchIndex,
  MatchTier,
  SimilarInput,
  SimilarPoint,
} from '@kernagenda/matching/domain';
import { forgetVectors, noteVectors, toVector } from '../embeddings/vectors.queries';
import {
  changedTextsQuery,
  comparedQuery,
  featuresQuery,
  forgetResemblancesQuery,
  hideTextsQuery,
  notifyQuery,
  saveResemblancesQuery,
  saveTextsQuery,
  staleTextsQuery,
  textsQuery,
  uncomparedQuery,
} from '../matching.queries';
import { readLexicon } from '../kept-lexicon';
import { lexiconVersionQuery } from '../lexicon.queries';
import { suggestAgain } from '../suggestions';
import type { Asking } from '../suggestions';
import type { Connection } from './connection';
import type { Found, Questions } from './messages';

/** Raise it when the engine reads or compares texts differently: what is stored is made again at the next start. */
export const engineVersion = 6;

/** One process at a time writes resemblances; the number is arbitrary but must stay. */
const writerLock = 7_402_026;
const keptMatches = 20;
const keptRelated = 5;
const readAtOnce = 200;
const comparedAtOnce = 50;
const followedAtOnce = 2_000;

interface ChangedText {
  readonly proposalId: string;
  readonly villageIds: readonly string[];
  readonly features: Features;
  readonly isPublic: boolean;
  readonly lexiconVersion: number;
  readonly seq: number;
  /** Null while an embedding model gave it none, or there is no model. */
  readonly vector: Buffer | null;
}

/** An engine with the version of the lexicon it knows. */
interface KnownEngine extends Engine {
  readonly lexiconVersion: number;
}

interface PublicText {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly version: number;
  readonly villageIds: readonly string[];
}

interface ReadText extends PublicText {
  readonly features: Features;
  readonly amount: AmountInput | null;
}

interface Resembling {
  readonly id: string;
  readonly otherId: string;
  readonly match: Match;
}

/** The public texts in memory, kept in step by following the change log; and the one that writes that log. */
export class MatchKeeper {
  private readonly villages = new Map<string, readonly string[]>();
  private readonly vectors = createVectorIndex();
  private engine: KnownEngine | null = null;
  private index: MatchIndex | null = null;
  private seen = 0;
  /** One at a time: two that follow at once could each miss what the other saw. */
  private following: Promise<void> = Promise.resolve();
  private refreshing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reader: Asking,
    private readonly writer: Connection,
    /** Whose vectors are used; null where the host has no model. */
    private readonly embeddingModel: string | null,
  ) {}

  /** Reads what changed since the last look. */
  follow(): Promise<void> {
    const followed = this.following.then(() => this.followNow());
    this.following = followed.catch(() => undefined);
    return followed;
  }

  async similar({ villageId, title, body }: SimilarInput): Promise<Questions['similar']['answer']> {
    const features = (await this.getEngine()).features({ title, body });
    await this.follow();
    const shown = (accepts: (id: string) => boolean): Promise<Found[]> =>
      this.explained(
        features,
        this.find(features, similarLimits.shown, accepts).filter(({ tier }) => tier !== 'related'),
      );
    return {
      inVillage: await shown((id) => this.isIn(id, [villageId])),
      elsewhere: await shown((id) => !this.isIn(id, [villageId])),
    };
  }

  /** One at a time, in all processes together; what fails is done by the next one. */
  refresh({ at }: Questions['refresh']['ask']): Promise<readonly string[]> {
    const refreshed = this.refreshing.then(() => this.refreshNow(at));
    this.refreshing = refreshed.catch(() => undefined);
    return refreshed;
  }

  private async refreshNow(at: Date): Promise<readonly string[]> {
    try {
      await this.writer.query('select pg_advisory_lock($1)', [writerLock]);
      await this.readStale();
      if (await noteVectors(this.writer, this.embeddingModel)) await this.writer.query(notifyQuery);
      const touched = await this.compareRead(at);
      await this.writer.query('select pg_advisory_unlock($1)', [writerLock]);
      return touched;
    } catch (error) {
      await this.writer.close();
      throw error;
    }
  }

  private async readStale(): Promise<void> {
    const [lexicon] = await this.writer.query<{ version: number }[]>(lexiconVersionQuery);
    let lexiconVersion = lexicon?.version ?? 0;
    for (;;) {
      const known = [engineVersion, lexiconVersion, readAtOnce];
      const stale = await this.writer.query<{ proposalId: string }[]>(staleTextsQuery, known);
      if (stale.length === 0) return;
      await this.renewFor(lexiconVersion);
      const engine = await this.getEngine();
      lexiconVersion = engine.lexiconVersion;
      const ids = stale.map(({ proposalId }) => proposalId);
      await this.writer.transaction(async (db) => {
        const texts: ReadText[] = [];
        for (const text of await db.query<PublicText[]>(textsQuery, [ids])) {
          const features = engine.features(text);
          texts.push({ ...text, features, amount: engine.amount(text, features) });
          await nextTurn();
        }
        await db.query(hideTextsQuery, [ids]);
        await forgetVectors(db, ids);
        await db.query(saveTextsQuery, [
          texts.map(({ id }) => id),
          texts.map(({ villageIds }) => villageIds.join(',')),
          texts.map(({ features }) => JSON.stringify(features)),
          texts.map(({ amount }) => amount && JSON.stringify(amount)),
          texts.map(({ version }) => version),
          engineVersion,
          lexiconVersion,
        ]);
        await db.query(notifyQuery);
      });
    }
  }

  /** @returns the points whose resemblances changed */
  private async compareRead(at: Date): Promise<readonly string[]> {
    const touched = new Set<string>();
    await this.follow();
    const { label } = await this.getEngine();
    for (;;) {
      const waiting = await this.writer.query<{ proposalId: string }[]>(uncomparedQuery, [comparedAtOnce]);
      if (waiting.length === 0) return [...touched];
      const ids = waiting.map(({ proposalId }) => proposalId);
      const found = await this.resembling(ids);
      const others = await this.writer.transaction(async (db) => {
        const gone = await db.query<{ otherId: string }[]>(forgetResemblancesQuery, [ids]);
        await save(db, found);
        await suggestAgain(db, { at, label, touched: ids });
        await db.query(comparedQuery, [ids]);
        return [...gone, ...found].map(({ otherId }) => otherId);
      });
      for (const id of [...ids, ...others]) touched.add(id);
    }
  }

  private async resembling(ids: readonly string[]): Promise<Resembling[]> {
    const texts = await this.featuresOf(ids);
    const found: { readonly id: string; readonly features: Features; readonly otherIds: ReadonlySet<string> }[] = [];
    for (const [id, features] of texts) {
      const own = this.villages.get(id) ?? [];
      const accepts = (other: string): boolean => other !== id && !this.isIn(other, own);
      const byWords = kept(this.find(features, keptMatches + keptRelated, accepts));
      const byMeaning = this.vectors.nearest(id, keptMatches, (other) => !accepts(other));
      found.push({ id, features, otherIds: new Set([...byWords, ...byMeaning].map((other) => other.id)) });
      await nextTurn();
    }
    const others = await this.featuresOf([...new Set(found.flatMap(({ otherIds }) => [...otherIds]))]);
    const engine = await this.getEngine();
    return found.flatMap(({ id, features, otherIds }) => {
      const matches = [...otherIds].flatMap((otherId) => {
        const other = others.get(otherId);
        const match = other && compareWithMeaning(engine, features, other, this.vectors.likeness(id, otherId));
        return match ? [{ id: otherId, tier: match.tier, match }] : [];
      });
      matches.sort((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1));
      return kept(matches).map(({ id: otherId, match }): Resembling => ({ id, otherId, match }));
    });
  }

  /** Who knows an older lexicon forgets what it read, and reads it again with the next look. */
  private renewFor(lexiconVersion: number): Promise<void> {
    const renewed = this.following.then(() => void this.forgetOlder(lexiconVersion));
    this.following = renewed;
    return renewed;
  }

  private forgetOlder(lexiconVersion: number): boolean {
    if (!this.engine || this.engine.lexiconVersion >= lexiconVersion) return false;
    this.engine = null;
    this.index = null;
    this.villages.clear();
    this.seen = 0;
    return true;
  }

  private async followNow(): Promise<void> {
    for (;;) {
      const index = (this.index ??= createIndex(await this.getEngine()));
      const changes = await this.reader.query<ChangedText[]>(changedTextsQuery, [this.seen, followedAtOnce]);
      // Another process knew of the change first.
      if (this.forgetOlder(Math.max(0, ...changes.map(({ lexiconVersion }) => lexiconVersion)))) continue;
      for (const { proposalId, villageIds, features, isPublic, seq, vector } of changes) {
        this.vectors.remove(proposalId);
        if (isPublic) {
          index.add(proposalId, features);
          this.villages.set(proposalId, villageIds);
          if (vector) this.vectors.add(proposalId, toVector(vector));
        } else {
          index.remove(proposalId);
          this.villages.delete(proposalId);
        }
        this.seen = Math.max(this.seen, seq);
      }
      if (changes.length < followedAtOnce) return;
      await nextTurn();
    }
  }

  private find(features: Features, limit: number, accepts: (id: string) => boolean): readonly SimilarPoint[] {
    return this.index?.similar(features, { limit, exclude: (id) => !accepts(id) }) ?? [];
  }

  private async explained(features: Features, points: readonly SimilarPoint[]): Promise<Found[]> {
    const others = await this.featuresOf(points.map(({ id }) => id));
    const engine = await this.getEngine();
    return points.flatMap(({ id }) => {
      const other = others.get(id);
      const match = other && engine.compare(features, other);
      return match ? [{ ...match, id, evidence: evidenceOf(match, false) }] : [];
    });
  }

  /** The index holds numbers only; the words stand in the database. */
  private async featuresOf(ids: readonly string[]): Promise<ReadonlyMap<string, Features>> {
    if (ids.length === 0) return new Map();
    const rows = await this.reader.query<{ id: string; features: Features }[]>(featuresQuery, [ids]);
    return new Map(rows.map(({ id, features }) => [id, features]));
  }

  private isIn(id: string, villageIds: readonly string[]): boolean {
    return villageIds.some((villageId) => this.villages.get(id)?.includes(villageId));
  }

  private async getEngine(): Promise<KnownEngine> {
    if (this.engine) return this.engine;
    const rows = await this.reader.query<{ name: string }[]>('select name from village_public order by name');
    const { version: lexiconVersion, concepts, versions } = await readLexicon(this.reader);
    const villageNames = rows.map(({ name }) => name);
    const options = versions.size > 0 ? { villageNames, concepts } : { villageNames };
    const engine = { ...createEngine(options), lexiconVersion };
    if (rows.length > 0) this.engine = engine;
    return engine;
  }
}

/** In both directions, so that a point reads its own rows only. */
async function save(db: Asking, found: readonly Resembling[]): Promise<void> {
  type Row = readonly [string, string, number, MatchTier, boolean, readonly EvidenceView[]];
  const rows = new Map<string, Row>();
  for (const { id, otherId, match } of found) {
    const { score, tier, isOpposite } = match;
    rows.set(`${id} ${otherId}`, [id, otherId, score, tier, isOpposite, evidenceOf(match, false)]);
    rows.set(`${otherId} ${id}`, [otherId, id, score, tier, isOpposite, evidenceOf(match, true)]);
  }
  const all = [...rows.values()];
  await db.query(saveResemblancesQuery, [
    all.map((row) => row[0]),
    all.map((row) => row[1]),
    all.map((row) => row[2]),
    all.map((row) => row[3]),
    all.map((row) => row[4]),
    all.map((row) => JSON.stringify(row[5])),
  ]);
}

/** Of matches, best first, those that are stored. */
function kept<Point extends { readonly tier: MatchTier }>(points: readonly Point[]): Point[] {
  const related = points.filter(({ tier }) => tier === 'related').slice(0, keptRelated);
  return [...points.filter(({ tier }) => tier !== 'related').slice(0, keptMatches), ...related];
}

/** What a reader is shown of a match, seen from the one side or from the other. */
function evidenceOf({ evidence }: Match, isReversed: boolean): EvidenceView[] {
  return evidence.slice(0, 3).map(({ term, inA, inB }) => ({
    term,
    inThis: isReversed ? inB : inA,
    inOther: isReversed ? inA : inB,
  }));
}
