import { Injectable, Logger } from '@nestjs/common';
import type { OnApplicationBootstrap, OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { EvidenceView, Features, Match, MatchTier } from '@kernagenda/matching/domain';
import { proposalVisibilityChanged } from '@kernagenda/proposals/api';
import { Clock, Jobs, Realtime } from '@kernagenda/shared/api';
import { MatchIndex, engineVersion } from './match-index';
import {
  forgetResemblancesQuery,
  hideTextsQuery,
  saveResemblancesQuery,
  saveTextsQuery,
  staleTextsQuery,
  textsQuery,
} from './matching.queries';
import { suggestAgain } from './suggestions';

interface PublicText {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly version: number;
  readonly villageIds: readonly string[];
}

interface ReadText extends PublicText {
  readonly features: Features;
}

interface Pair {
  readonly id: string;
  readonly otherId: string;
  readonly match: Match;
}

/** One process at a time writes resemblances; the number is arbitrary but must stay. */
const writerLock = 7_402_026;
const keptPerPoint = 20;

/** Keeps stored resemblances and flags equal to what is public. An event only wakes it: what to do, it reads. */
@Injectable()
export class Resemblances implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger('Matching');

  constructor(
    private readonly dataSource: DataSource,
    private readonly index: MatchIndex,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(proposalVisibilityChanged, 'matching-refresh', () => this.refresh());
  }

  /** A new engine reads every text again, and what an interrupted start left is finished. */
  onApplicationBootstrap(): void {
    // The pages do not wait for it, and what fails is tried again with the next event.
    this.refresh().catch((error: unknown) => this.logger.error(String(error)));
  }

  /** Brings resemblances and flags up to date; does nothing when they are. */
  async refresh(): Promise<void> {
    const touched = await this.write().catch((error: unknown) => {
      this.index.forget();
      throw error;
    });
    if (touched.length === 0) return;
    this.realtime.publish('public', { kind: 'matches', proposalId: touched[0] ?? '' });
    for (const proposalId of touched) {
      this.realtime.publish(`proposal:${proposalId}`, { kind: 'matches', proposalId });
    }
  }

  /** @returns the points whose resemblances changed */
  private async write(): Promise<string[]> {
    return this.dataSource.transaction(async (manager) => {
      // Another process may be reading everything again, which takes longer than a request may.
      await manager.query('set local statement_timeout = 0');
      await manager.query('select pg_advisory_xact_lock($1)', [writerLock]);
      const stale = await manager.query<{ proposalId: string }[]>(staleTextsQuery, [engineVersion]);
      if (stale.length === 0) return [];
      const ids = stale.map(({ proposalId }) => proposalId);
      const pairs = await this.readAgain(manager, ids);
      await suggestAgain(manager, { at: this.clock.now(), label: await this.index.labels(), touched: ids });
      return [...new Set([...ids, ...pairs.map(({ otherId }) => otherId)])];
    });
  }

  private async readAgain(manager: EntityManager, ids: readonly string[]): Promise<Pair[]> {
    const texts: ReadText[] = [];
    for (const text of await manager.query<PublicText[]>(textsQuery, [ids])) {
      texts.push({ ...text, features: await this.index.features(text) });
    }
    await manager.query(hideTextsQuery, [ids]);
    await manager.query(saveTextsQuery, [
      texts.map(({ id }) => id),
      texts.map(({ villageIds }) => villageIds.join(',')),
      texts.map(({ features }) => JSON.stringify(features)),
      texts.map(() => true),
      texts.map(({ version }) => version),
      engineVersion,
    ]);
    await manager.query(forgetResemblancesQuery, [ids]);
    await this.index.follow(manager);
    const pairs = texts.flatMap(({ id, features, villageIds }) =>
      this.index
        .elsewhere(features, villageIds, keptPerPoint, id)
        .map(({ id: otherId, match }): Pair => ({ id, otherId, match })),
    );
    const rows = new Map<string, readonly [string, string, number, MatchTier, readonly EvidenceView[]]>();
    for (const { id, otherId, match } of pairs) {
      rows.set(`${id} ${otherId}`, [id, otherId, match.score, match.tier, evidenceOf(match, false)]);
      rows.set(`${otherId} ${id}`, [otherId, id, match.score, match.tier, evidenceOf(match, true)]);
    }
    const all = [...rows.values()];
    await manager.query(saveResemblancesQuery, [
      all.map((row) => row[0]),
      all.map((row) => row[1]),
      all.map((row) => row[2]),
      all.map((row) => row[3]),
      all.map((row) => JSON.stringify(row[4])),
    ]);
    return pairs;
  }
}

/** What a reader is shown of a match, seen from the one side or from the other. */
export function evidenceOf({ evidence }: Match, isReversed: boolean): EvidenceView[] {
  return evidence.slice(0, 3).map(({ term, inA, inB }) => ({
    term,
    inThis: isReversed ? inB : inA,
    inOther: isReversed ? inA : inB,
  }));
}
