import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Jobs, Realtime, namedQuery } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Threads } from '@kernagenda/conversations/api';
import type { NewSide } from '@kernagenda/conversations/api';
import { Problem } from '@kernagenda/shared/domain';
import type { CollaborationFacts, HistoryKind, PartyRole } from '@kernagenda/collaborations/domain';
import { Collaboration, CollaborationHistory, CollaborationParty } from './collaborations.entities';
import { partiesQuery } from './collaborations.queries';
import type { PartyRow, RawPartyRow } from './collaborations.queries';
import { collaborationHappened } from './collaborations.events';

/** A collaboration whose row this transaction holds, with its parties and what the rules know of it. */
export interface LockedCollaboration {
  readonly row: Collaboration;
  readonly parties: readonly PartyRow[];
  readonly facts: CollaborationFacts;
}

/** What happened, for everyone to read. */
export interface Happened {
  readonly kind: HistoryKind;
  readonly at?: Date;
  readonly partyId?: string;
  readonly toState?: string;
  readonly title?: string;
  readonly text?: string;
  /** Who did it, and so is not told; stands nowhere but in the event and the audit. */
  readonly actorId?: string;
  /** Part of the beginning, of which those who begin know. */
  readonly isBeginning?: boolean;
}

/** Who comes in; a village by its own id, a contact where it has no group. */
export type NewParty = Pick<CollaborationParty, 'kind' | 'role'> &
  Partial<Pick<CollaborationParty, 'villageId' | 'teamId' | 'partnerKind' | 'partnerName' | 'contactId'>>;

/** Changes collaborations in the transaction of who asks; the services decide who may. */
@Injectable()
export class Collaborations {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
    private readonly threads: Threads,
  ) {}

  /** Held until the end of the transaction. @throws Problem `not_found`. */
  async lock(manager: EntityManager, id: string, actor: Actor | null): Promise<LockedCollaboration> {
    const row = await manager.findOne(Collaboration, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!row) throw new Problem('not_found');
    const parties = await this.listParties(manager, id);
    return { row, parties, facts: { actor, parties } };
  }

  async listParties(source: DataSource | EntityManager, id: string): Promise<readonly PartyRow[]> {
    const rows = await namedQuery<RawPartyRow>(source, 'collaboration parties', partiesQuery, [id]);
    return rows.map(({ areaId, municipalityId, ...party }) => ({
      ...party,
      place:
        party.villageId && areaId && municipalityId ? { villageId: party.villageId, areaId, municipalityId } : null,
    }));
  }

  /** Lets somebody take part: in the work and in what is said. @returns the id of the party */
  async bringIn(
    manager: EntityManager,
    actor: Actor | null,
    { id, threadId }: Pick<Collaboration, 'id' | 'threadId'>,
    party: NewParty,
    isBeginning = false,
  ): Promise<string> {
    const created = manager.create(CollaborationParty, { ...party, collaborationId: id, joinedAt: this.clock.now() });
    const { id: partyId } = await manager.save(created);
    await this.tell(manager, id, { kind: 'joined', partyId, toState: party.role, isBeginning, ...by(actor) });
    await this.record(manager, actor, 'join', id, { ...party, partyId });
    for (const side of sidesOf(party)) await this.threads.join(manager, actor, threadId, side);
    return partyId;
  }

  /** Ends the part of somebody; what it brought stays. */
  async letGo(
    manager: EntityManager,
    actor: Actor,
    { id, threadId }: Pick<Collaboration, 'id' | 'threadId'>,
    party: PartyRow,
    reason: string,
  ): Promise<void> {
    await manager.update(CollaborationParty, party.id, { leftAt: this.clock.now(), leftReason: reason });
    await this.tell(manager, id, { kind: 'left', partyId: party.id, text: reason, ...by(actor) });
    await this.record(manager, actor, 'leave', id, { partyId: party.id, reason });
    for (const side of sidesOf(party)) await this.threads.end(manager, actor, threadId, side);
  }

  async cast(manager: EntityManager, actor: Actor, id: string, party: PartyRow, role: PartyRole): Promise<void> {
    await manager.update(CollaborationParty, party.id, { role });
    await this.tell(manager, id, { kind: 'role', partyId: party.id, toState: role, ...by(actor) });
    await this.record(manager, actor, 'cast', id, { partyId: party.id, from: party.role, to: role });
  }

  /** From here on these villages, and the team that buys for them, cannot leave: something is ordered. */
  async bind(manager: EntityManager, id: string, villageIds: readonly string[], teamId: string | null): Promise<void> {
    const stays = { collaborationId: id, leftAt: IsNull() };
    const bound = { boundAt: this.clock.now() };
    await manager.update(CollaborationParty, { ...stays, villageId: In([...villageIds]) }, bound);
    if (teamId !== null) await manager.update(CollaborationParty, { ...stays, teamId }, bound);
  }

  /** Nothing is to come for the villages, or to be done by anybody: these can leave again. */
  async release(manager: EntityManager, id: string, who: 'villages' | 'all'): Promise<void> {
    const these = { collaborationId: id, ...(who === 'villages' && { villageId: Not(IsNull()) }) };
    await manager.update(CollaborationParty, these, { boundAt: null });
  }

  /** Writes what everyone may read, and that the news of it is new; who takes part is told. */
  async tell(
    manager: EntityManager,
    id: string,
    { at = this.clock.now(), actorId, isBeginning = false, ...happened }: Happened,
  ): Promise<void> {
    const told = await manager.save(manager.create(CollaborationHistory, { collaborationId: id, at, ...happened }));
    if (!isBeginning) {
      await this.jobs.publish(manager, collaborationHappened, { historyId: told.id, actorId: actorId ?? null });
    }
    await manager.update(Collaboration, id, { statusAt: this.clock.now() });
  }

  record(
    manager: EntityManager,
    actor: Actor | null,
    action: string,
    objectId: string,
    details: Readonly<Record<string, unknown>> = {},
    states: { readonly fromState?: string; readonly toState?: string } = {},
  ): Promise<void> {
    const entry = { actorId: actor?.personId ?? null, action: `collaboration.${action}`, objectType: 'collaboration' };
    return this.audit.record(manager, { ...entry, objectId, details, ...states });
  }

  /** Tells everyone who looks at it, and the list, that it looks different; call it after the commit. */
  announce(id: string): void {
    const change = { kind: 'collaboration', collaborationId: id } as const;
    this.realtime.publish(`collaboration:${id}`, change);
    this.realtime.publish('public', change);
  }

  /** The same where who takes part changed, and with that whose talk it is. */
  async announceParties(id: string): Promise<void> {
    this.announce(id);
    const row = await this.dataSource.manager.findOneBy(Collaboration, { id });
    if (row) await this.threads.announce(row.threadId);
  }
}

/** Who did it, for the news of it. */
export const by = (actor: Actor | null): Pick<Happened, 'actorId'> => (actor ? { actorId: actor.personId } : {});

/** Who of a party reads and writes along: the group and the brokers of a village, and who speaks for it; a team. */
function sidesOf(party: Pick<NewParty, 'villageId' | 'teamId' | 'contactId'>): readonly NewSide[] {
  const { villageId, teamId, contactId } = party;
  return [
    ...(contactId ? [{ kind: 'person' as const, personId: contactId }] : []),
    ...(villageId
      ? [
          { kind: 'group' as const, villageId },
          { kind: 'brokers' as const, villageId },
        ]
      : []),
    ...(teamId ? [{ kind: 'team' as const, teamId }] : []),
  ];
}
