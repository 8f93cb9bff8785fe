import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Idempotency, namedQuery, requireVersion, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Threads } from '@kernagenda/conversations/api';
import { MatchFlags } from '@kernagenda/matching/api';
import { Problem, amsterdamDay, invalidField, isDay, stateAfter } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import {
  collaborationLimits,
  isOpen,
  mayAgree,
  mayBringInTeam,
  mayStart,
  missingTerms,
  phaseActions,
  takesPart,
} from '@kernagenda/collaborations/domain';
import type {
  CloseInput,
  CollaborationPhase,
  CollaborationSummary,
  CollaborationView,
  PartiesOnly,
  PhaseAction,
  ReasonInput,
  StartInput,
  TermsInput,
} from '@kernagenda/collaborations/domain';
import { Collaborations, by } from './collaborations';
import type { LockedCollaboration, NewParty } from './collaborations';
import { Collaboration, CollaborationPoint } from './collaborations.entities';
import {
  documentsQuery,
  listQuery,
  oneQuery,
  peopleQuery,
  pointsQuery,
  scopeValues,
  scopedVillagesQuery,
  tasksQuery,
  teamsQuery,
} from './collaborations.queries';
import type {
  CollaborationRow,
  DocumentRow,
  PartyRow,
  PointRow,
  SummaryRow,
  TaskRow,
  TeamRow,
  VillageRow,
} from './collaborations.queries';
import { toSummary, toView } from './collaborations.views';

/** Collaborations as everyone reads them, their course, and what the parties agree on. */
@Injectable()
export class CollaborationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly collaborations: Collaborations,
    private readonly threads: Threads,
    private readonly flags: MatchFlags,
  ) {}

  /** What moved last first; those of one village, or the one that was made of a flag, when it is named. */
  async list(
    { village, flag }: { readonly village?: string | undefined; readonly flag?: string | undefined },
    limit: number,
    after: readonly [statusAt: string, id: string] | null,
  ): Promise<Page<CollaborationSummary>> {
    const values = [village ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1, flag ?? null];
    const rows = await namedQuery<SummaryRow>(this.dataSource, 'collaborations', listQuery, values);
    return toPage(rows, limit, toSummary, ({ statusAt, id }) => [statusAt.toISOString(), id]);
  }

  /** @throws Problem `not_found`. */
  async get(actor: Actor | null, id: string): Promise<CollaborationView> {
    const [row] = await namedQuery<CollaborationRow>(this.dataSource, 'collaboration', oneQuery, [id]);
    if (!row) throw new Problem('not_found');
    const parties = await this.collaborations.listParties(this.dataSource, id);
    return toView(row, parties, actor, {
      canBringIn: await this.listWhomToBringIn(actor, row, parties),
      forParties: takesPart({ actor, parties }) ? await this.readForParties(row) : null,
    });
  }

  /**
   * Begins one with points of villages that this person signs for; the village of the first one leads.
   * @throws Problem `not_allowed`, `invalid_input`.
   */
  async start(
    actor: Actor,
    { title, proposalIds }: StartInput,
    call: IdempotentCall | null,
  ): Promise<CollaborationView> {
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const points = await namedQuery<PointRow>(manager, 'collaboration points', pointsQuery, [proposalIds]);
        const [first] = points;
        if (!first || points.length !== new Set(proposalIds).size) {
          throw invalidField('/proposalIds', 'Points that everyone can read and that go on.');
        }
        if (!points.every((point) => mayStart(actor, point))) throw new Problem('not_allowed');
        const parties = [...new Set(points.map(({ villageId }) => villageId))].map((villageId, at) => ({
          ...{ kind: 'village' as const, villageId },
          role: at === 0 ? ('lead' as const) : ('participant' as const),
        }));
        return { id: await this.create(manager, actor, { title, flagId: null, points }, parties) };
      }),
    );
    await this.collaborations.announceParties(id);
    return this.get(actor, id);
  }

  /** Along the lifecycle, without words. @throws Problem `wrong_state`, also when terms are missing: their names are in `errors`. */
  async move(
    actor: Actor,
    id: string,
    action: Exclude<PhaseAction, 'close' | 'stop'>,
    seenVersion: number,
  ): Promise<CollaborationView> {
    return this.perform(actor, id, action, seenVersion, {});
  }

  /** Ends it with what came of it. */
  async close(actor: Actor, id: string, seenVersion: number, { result }: CloseInput): Promise<CollaborationView> {
    return this.perform(actor, id, 'close', seenVersion, { result }, result);
  }

  /** "Niet samen verder": a normal end, with its reason; the signal it came from stays away. @throws Problem `wrong_state` once something is ordered. */
  async stop(actor: Actor, id: string, seenVersion: number, { reason }: ReasonInput): Promise<CollaborationView> {
    return this.perform(actor, id, 'stop', seenVersion, { stopReason: reason }, reason);
  }

  /** @throws Problem `stale_version`, `invalid_input` for a day that is past or an owner who takes no part. */
  async agree(actor: Actor, id: string, seenVersion: number, input: TermsInput): Promise<CollaborationView> {
    await this.dataSource.transaction(async (manager) => {
      const { row, facts } = await this.collaborations.lock(manager, id, actor);
      if (!mayAgree(row.phase, facts)) throw new Problem(row.phase === 'closed' ? 'wrong_state' : 'not_allowed');
      requireVersion(row.version, seenVersion);
      const { goal, ...terms } = input;
      await this.requireTerms(manager, row, input);
      const lacks = missingTerms(terms);
      if (lacks.length > 0 && (row.phase === 'executing' || row.phase === 'evaluating')) throw lacking(lacks);
      const { quality: goalQuality, cost: goalCost, continuity: goalContinuity } = goal;
      const patch = { ...terms, goalQuality, goalCost, goalContinuity, version: row.version + 1 };
      await manager.update(Collaboration, id, patch);
      await this.collaborations.tell(manager, id, { kind: 'terms', ...by(actor) });
      await this.collaborations.record(manager, actor, 'agree', id, { ...input });
    });
    this.collaborations.announce(id);
    return this.get(actor, id);
  }

  /** Makes one with its talk, its parties and their points. @returns its id; announce it after the commit. */
  async create(
    manager: EntityManager,
    actor: Actor | null,
    {
      title,
      flagId,
      points,
    }: { readonly title: string; readonly flagId: string | null; readonly points: readonly PointRow[] },
    parties: readonly NewParty[],
  ): Promise<string> {
    const [first] = points;
    if (!first) throw new Problem('wrong_state', 'No point of it goes on.');
    const threadId = await this.threads.open(manager, actor, {
      ...{ title, subjectKind: 'collaboration', subjectId: null, sides: [] },
    });
    const at = this.clock.now();
    const begun = { title, flagId, threadId, theme: first.theme, municipalityId: first.municipalityId };
    const created = manager.create(Collaboration, { ...begun, phase: 'exploring', createdAt: at, statusAt: at });
    const { id } = await manager.save(created);
    await this.threads.concern(manager, threadId, id);
    await this.collaborations.record(manager, actor, 'start', id, { flagId, title });
    await this.collaborations.tell(manager, id, { kind: flagId ? 'flagged' : 'started', isBeginning: true });
    for (const party of parties) await this.collaborations.bringIn(manager, actor, { id, threadId }, party, true);
    const rows = points.map(({ proposalId, villageId }) => ({ collaborationId: id, proposalId, villageId }));
    await manager.insert(CollaborationPoint, rows);
    return id;
  }

  private async perform(
    actor: Actor,
    id: string,
    action: PhaseAction,
    seenVersion: number,
    patch: Partial<Collaboration>,
    text?: string,
  ): Promise<CollaborationView> {
    await this.dataSource.transaction(async (manager) => {
      const { row, parties, facts } = await this.collaborations.lock(manager, id, actor);
      const { phase: from, phaseBeforePause } = row;
      const to = stateAfter<CollaborationPhase, typeof facts & { phaseBeforePause: CollaborationPhase | null }>(
        phaseActions,
        action,
        from,
        { ...facts, phaseBeforePause },
      );
      requireVersion(row.version, seenVersion);
      if (action === 'execute') requireNoneMissing(row);
      if (action === 'stop' && parties.some(({ isBound }) => isBound)) throw bound();
      await manager.update(Collaboration, id, {
        ...patch,
        phase: to,
        phaseBeforePause: action === 'pause' ? from : null,
        version: row.version + 1,
      });
      const words = text === undefined ? {} : { text };
      await this.collaborations.tell(manager, id, { kind: 'phase', toState: to, ...words, ...by(actor) });
      const states = { fromState: from, toState: to };
      await this.collaborations.record(manager, actor, action, id, { ...patch }, states);
      if (action === 'stop' && row.flagId !== null) {
        await this.flags.decline(manager, row.flagId, { personId: actor.personId, note: text ?? '' });
      }
    });
    this.collaborations.announce(id);
    return this.get(actor, id);
  }

  private async requireTerms(manager: EntityManager, { id, endsOn: before }: Collaboration, input: TermsInput) {
    const { endsOn, ownerId } = input;
    const isPossible =
      endsOn === null || endsOn === before || (isDay(endsOn) && endsOn > amsterdamDay(this.clock.now()));
    if (!isPossible) throw invalidField('/endsOn', 'A day after today.');
    if (ownerId === null) return;
    const people = await namedQuery<{ readonly id: string }>(manager, 'collaboration people', peopleQuery, [
      id,
      this.clock.now(),
    ]);
    if (!people.some((person) => person.id === ownerId)) {
      throw invalidField('/ownerId', 'Somebody who works on it for one of the parties.');
    }
  }

  private async readForParties({ id, threadId }: CollaborationRow): Promise<PartiesOnly> {
    const [tasks, documents, people] = await Promise.all([
      namedQuery<TaskRow>(this.dataSource, 'collaboration tasks', tasksQuery, [id]),
      namedQuery<DocumentRow>(this.dataSource, 'collaboration documents', documentsQuery, [id]),
      namedQuery<PartiesOnly['people'][number]>(this.dataSource, 'collaboration people', peopleQuery, [
        id,
        this.clock.now(),
      ]),
    ]);
    return { threadId, tasks, documents, people };
  }

  /** The villages and teams this person can still bring in. */
  private async listWhomToBringIn(
    actor: Actor | null,
    { phase }: CollaborationRow,
    parties: readonly PartyRow[],
  ): Promise<CollaborationView['canBringIn']> {
    const present = parties.filter(({ hasLeft }) => !hasLeft);
    if (!actor || actor.roles.length === 0 || !isOpen(phase) || present.length >= collaborationLimits.parties) {
      return { villages: [], teams: [] };
    }
    const teamIds = actor.roles.map(({ scopeId }) => scopeId).filter((id) => mayBringInTeam(actor, id));
    const scoped = await namedQuery<VillageRow>(
      this.dataSource,
      'collaboration villages',
      scopedVillagesQuery,
      scopeValues(actor),
    );
    const teams = await namedQuery<TeamRow>(this.dataSource, 'collaboration teams', teamsQuery, [
      teamIds,
      this.clock.now(),
    ]);
    return {
      villages: scoped
        .filter(({ id, ...place }) => mayStart(actor, { ...place, villageId: id }))
        .filter(({ id }) => !present.some(({ villageId }) => villageId === id))
        .map(({ id, slug, name }) => ({ id, slug, name })),
      teams: teams.filter(({ id }) => !present.some(({ teamId }) => teamId === id)),
    };
  }
}

function requireNoneMissing(row: LockedCollaboration['row']): void {
  const lacks = missingTerms(row);
  if (lacks.length > 0) throw lacking(lacks);
}

const lacking = (names: readonly string[]): Problem =>
  new Problem(
    'wrong_state',
    'It needs an owner, an end date, a rule for leaving and somebody who decides.',
    names.map((name) => ({ pointer: `/${name}`, detail: 'Missing.' })),
  );

const bound = (): Problem => new Problem('wrong_state', 'Something is ordered: it is carried out or cancelled first.');
