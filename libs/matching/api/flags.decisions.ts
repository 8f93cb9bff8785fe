import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Actor } from '@kernagenda/identity/domain';
import { askLimits, isTimeFor, matchFlagActions, matchFlagSteps } from '@kernagenda/matching/domain';
import type {
  MatchFlagFacts,
  MatchFlagLifecycle,
  MatchFlagState,
  MatchFlagStep,
  MatchFlagView,
} from '@kernagenda/matching/domain';
import { Audit, Clock, Jobs, Realtime, namedQuery, requireVersion } from '@kernagenda/shared/api';
import { Problem, amsterdamDay, stateAfter } from '@kernagenda/shared/domain';
import { flagQuery, flagReadersQuery, lockFlagQuery, readerValues } from './flags.queries';
import type { FlagRow } from './flags.queries';
import { factsOf, toFlagView } from './flags.views';
import { MatchAsk, MatchFlag } from './matching.entities';
import { flagIntroduced } from './matching.events';

type Patch = { -readonly [Field in keyof MatchFlag]?: MatchFlag[Field] };

/** What comes with a decision: its traces on the flag, what the log tells of it, and what else it changes. */
export interface Decision {
  readonly patch?: Patch;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly also?: (manager: EntityManager, flag: FlagRow) => Promise<void>;
}

/** What the log tells of a flag. */
export interface FlagRecord {
  readonly fromState?: MatchFlagState;
  readonly toState?: MatchFlagState;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One second more, so that whoever listens sees an undo of the last moment. */
export const undoneBy = askLimits.undoSeconds + 1;

/** Reads a flag for who asks, and carries out what a broker decides: by the table, in one transaction, told afterwards. */
@Injectable()
export class FlagDecisions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
  ) {}

  /** @throws Problem `not_found` when it does not exist for this person. */
  async get(actor: Actor, id: string): Promise<MatchFlagView> {
    return toFlagView(readable(await this.seek(this.dataSource, actor, id)), actor, this.clock.now());
  }

  /** @throws Problem `not_found`, `not_allowed`, `wrong_state`, `undo_window_closed` or `stale_version`. */
  async decide(
    actor: Actor,
    id: string,
    action: MatchFlagLifecycle,
    seenVersion: number,
    { patch = {}, details = {}, also }: Decision = {},
  ): Promise<MatchFlagView> {
    const { readers, flag, to } = await this.dataSource.transaction(async (manager) => {
      const flag = await this.lock(manager, actor, id);
      const facts = factsOf(flag, actor, this.clock.now());
      const to = stateAfter<MatchFlagState, MatchFlagFacts>(matchFlagActions, action, flag.state, facts);
      requireTime(action, facts);
      requireVersion(flag.version, seenVersion);
      await also?.(manager, flag);
      // What is suggested was asked of nobody.
      const isTakenBack = to === 'suggested' && flag.introduced !== null;
      if (isTakenBack) await manager.delete(MatchAsk, { flagId: id });
      await manager.update(MatchFlag, id, {
        state: to,
        version: flag.version + 1,
        snoozedUntil: null,
        declineReason: null,
        declineNote: '',
        decidedBy: actor.personId,
        decidedAt: this.clock.now(),
        ...(isTakenBack && { introducedBy: null, introducedAt: null }),
        ...patch,
      });
      if (to === 'introduced') await this.ask(manager, id, undoneBy);
      const states = { fromState: flag.state, toState: to };
      await this.record(manager, actor.personId, action, id, {
        ...states,
        details: { ...details, proposalIds: pointsOf(flag) },
      });
      return { flag, to, readers: await this.listReaders(manager, id) };
    });
    this.announce(id, readers);
    if (to === 'declined' || flag.state === 'declined') this.announcePublicly(flag);
    return this.get(actor, id);
  }

  /** Lets the villages that did not answer yet be asked after so many seconds, unless they were already. */
  async ask(manager: EntityManager, flagId: string, afterSeconds: number): Promise<void> {
    const asks = await manager.findBy(MatchAsk, { flagId, state: 'asked' });
    await this.jobs.publish(manager, flagIntroduced, { flagId, askIds: asks.map(({ id }) => id) }, { afterSeconds });
  }

  /** Moves a flag, which is locked, by what happens elsewhere. @throws Problem `wrong_state` */
  async step(
    manager: EntityManager,
    { id, state, version }: Pick<MatchFlag, 'id' | 'state' | 'version'>,
    step: MatchFlagStep,
    personId: string | null,
    patch: Pick<Patch, 'declineReason' | 'declineNote'> = {},
  ): Promise<void> {
    const toState = stateAfter<MatchFlagState, null>(matchFlagSteps, step, state, null);
    const decided = { decidedBy: personId, decidedAt: this.clock.now() };
    await manager.update(MatchFlag, id, {
      ...{ state: toState, version: version + 1, snoozedUntil: null },
      ...decided,
      ...patch,
    });
    await this.record(manager, personId, step, id, { fromState: state, toState, details: patch });
  }

  /** The flag as it is until the transaction ends. @throws Problem `not_found` when it does not exist for this person. */
  async lock(manager: EntityManager, actor: Actor, id: string): Promise<FlagRow> {
    return readable(await this.lockForAnswer(manager, actor, id));
  }

  /** The same, also for who does not see it as work; null when there is no such flag any more. */
  async lockForAnswer(manager: EntityManager, actor: Actor, id: string): Promise<FlagRow | null> {
    await manager.query(lockFlagQuery, [id]);
    return this.seek(manager, actor, id);
  }

  /** Whether or not this person sees it as work: the row says so. */
  async seek(source: DataSource | EntityManager, actor: Actor, id: string): Promise<FlagRow | null> {
    const values = [...this.readerValues(actor), id];
    const [row] = await namedQuery<FlagRow>(source, 'match flag', flagQuery, values);
    return row ?? null;
  }

  readerValues(actor: Actor): readonly unknown[] {
    const now = this.clock.now();
    return readerValues(actor, amsterdamDay(now), now);
  }

  async listReaders(manager: EntityManager, id: string): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(flagReadersQuery, [id, this.clock.now()]);
    return rows.map((row) => row.id);
  }

  /** Tells open pages that a flag looks different; call it after the commit. */
  announce(flagId: string, readers: readonly string[]): void {
    for (const id of readers) this.realtime.publish(`person:${id}`, { kind: 'flag', flagId });
  }

  /** That points resemble each other is public, and a refused set is no topic. */
  announcePublicly({ points: [first] }: { readonly points: readonly { readonly proposalId: string }[] }): void {
    if (first) this.realtime.publish('public', { kind: 'matches', proposalId: first.proposalId });
  }

  record(
    manager: EntityManager,
    actorId: string | null,
    action: string,
    objectId: string,
    more: FlagRecord,
  ): Promise<void> {
    const entry = { actorId, action: `match_flag.${action}`, objectType: 'match_flag', objectId };
    return this.audit.record(manager, { ...entry, ...more });
  }
}

/** Its points, each once. */
export const pointsOf = ({ points }: Pick<FlagRow, 'points'>): readonly string[] => [
  ...new Set(points.map(({ proposalId }) => proposalId)),
];

/** @throws Problem `not_found`. */
export function readable(row: FlagRow | null): FlagRow {
  if (!row?.isReadable) throw new Problem('not_found');
  return row;
}

function requireTime(action: MatchFlagLifecycle, facts: MatchFlagFacts): void {
  if (isTimeFor(action, facts)) return;
  if (action === 'undo_introduction') throw new Problem('undo_window_closed');
  throw new Problem('wrong_state', 'Fewer than two villages said yes.');
}
