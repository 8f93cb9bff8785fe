import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Idempotency, namedQuery } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import {
  collaborationLimits,
  isOpen,
  mayBringInTeam,
  mayLeave,
  mayStart,
  signsFor,
  steers,
} from '@kernagenda/collaborations/domain';
import type { CastInput, CollaborationView, JoinInput, ReasonInput } from '@kernagenda/collaborations/domain';
import { Collaborations } from './collaborations';
import type { LockedCollaboration, NewParty } from './collaborations';
import { CollaborationPoint } from './collaborations.entities';
import { placeQuery, pointsQuery, teamsQuery } from './collaborations.queries';
import type { PartyRow, PointRow, TeamRow, VillageRow } from './collaborations.queries';
import { CollaborationsService } from './collaborations.service';

/** Who takes part, as what, and until when. */
@Injectable()
export class PartiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly collaborations: Collaborations,
    private readonly service: CollaborationsService,
  ) {}

  /**
   * Brings in a village, a team or somebody outside. A village comes in as what it wants; only who steers makes one lead.
   * @throws Problem `not_allowed`, `already_exists` for who takes part already, `wrong_state` when it is closed.
   */
  async join(actor: Actor, id: string, input: JoinInput, call: IdempotentCall | null): Promise<CollaborationView> {
    const { villageId = null, teamId = null, partner = null, role, proposalIds = [] } = input;
    if ([villageId, teamId, partner].filter((who) => who !== null).length !== 1) {
      throw invalidField('/villageId', 'A village, a team, or a partner: one of the three.');
    }
    await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        const locked = await this.collaborations.lock(manager, id, actor);
        const party = await this.toParty(manager, actor, locked, { villageId, teamId, partner, role });
        const { row, parties, facts } = locked;
        if (!isOpen(row.phase)) throw new Problem('wrong_state');
        const present = parties.filter(({ hasLeft }) => !hasLeft);
        if (present.some((other) => isSame(other, party))) throw new Problem('already_exists');
        if (present.length >= collaborationLimits.parties)
          throw new Problem('wrong_state', 'There are too many parties.');
        if (role === 'lead' && !steers(facts)) throw new Problem('not_allowed');
        const partyId = await this.collaborations.bringIn(manager, actor, row, party);
        await this.bringPoints(manager, id, villageId, proposalIds);
        return { partyId };
      }),
    );
    await this.collaborations.announceParties(id);
    return this.service.get(actor, id);
  }

  /** Gives a party another role; what it was stays in the history. There is always somebody who leads. */
  async cast(actor: Actor, id: string, partyId: string, { role }: CastInput): Promise<CollaborationView> {
    await this.dataSource.transaction(async (manager) => {
      const locked = await this.collaborations.lock(manager, id, actor);
      if (!steers(locked.facts)) throw new Problem('not_allowed');
      const party = this.present(locked, partyId);
      if (party.role === role) return;
      if (party.role === 'lead' && !hasOtherLead(locked.parties, party)) throw needsLead();
      await this.collaborations.cast(manager, actor, id, party, role);
    });
    this.collaborations.announce(id);
    return this.service.get(actor, id);
  }

  /**
   * Takes a party out by the exit rule: its rights end at once, what it brought stays. When the one that leads goes, the
   * village that came first after it leads.
   * @throws Problem `wrong_state` once something is ordered for it.
   */
  async leave(actor: Actor, id: string, partyId: string, { reason }: ReasonInput): Promise<CollaborationView> {
    await this.dataSource.transaction(async (manager) => {
      const locked = await this.collaborations.lock(manager, id, actor);
      const found = locked.parties.find((party) => party.id === partyId);
      if (!found) throw new Problem('not_found');
      if (!signsFor(locked.facts, { ...found, hasLeft: false })) throw new Problem('not_allowed');
      const party = this.present(locked, partyId);
      if (!mayLeave(locked.facts, party)) throw new Problem('wrong_state', 'Something is ordered for this party.');
      await this.collaborations.letGo(manager, actor, locked.row, party, reason);
      const heir = locked.parties.find(
        ({ id: other, hasLeft, kind }) => other !== partyId && !hasLeft && kind === 'village',
      );
      if (party.role === 'lead' && !hasOtherLead(locked.parties, party) && heir) {
        await this.collaborations.cast(manager, actor, id, heir, 'lead');
      }
    });
    await this.collaborations.announceParties(id);
    return this.service.get(actor, id);
  }

  private present({ row, parties }: LockedCollaboration, partyId: string): PartyRow {
    const party = parties.find(({ id }) => id === partyId);
    if (!party) throw new Problem('not_found');
    if (party.hasLeft || !isOpen(row.phase)) throw new Problem('wrong_state');
    return party;
  }

  private async toParty(
    manager: EntityManager,
    actor: Actor,
    { facts }: LockedCollaboration,
    { villageId, teamId, partner, role }: JoinInput,
  ): Promise<NewParty> {
    if (villageId) {
      const [village] = await namedQuery<VillageRow>(manager, 'collaboration place', placeQuery, [villageId]);
      if (!village) throw invalidField('/villageId', 'A village there is.');
      if (!mayStart(actor, { ...village, villageId })) throw new Problem('not_allowed');
      return { kind: 'village', villageId, role };
    }
    if (teamId) {
      const values = [[teamId], this.clock.now()];
      const [team] = await namedQuery<TeamRow>(manager, 'collaboration teams', teamsQuery, values);
      if (!team) throw invalidField('/teamId', 'A team there is now.');
      if (!mayBringInTeam(actor, teamId) && !steers(facts)) throw new Problem('not_allowed');
      return { kind: 'team', teamId, role };
    }
    if (!steers(facts)) throw new Problem('not_allowed');
    return { kind: 'partner', partnerKind: partner?.kind ?? 'other', partnerName: partner?.name ?? '', role };
  }

  private async bringPoints(
    manager: EntityManager,
    collaborationId: string,
    villageId: string | null,
    proposalIds: readonly string[],
  ): Promise<void> {
    if (proposalIds.length === 0) return;
    const points = await namedQuery<PointRow>(manager, 'collaboration points', pointsQuery, [proposalIds]);
    const isOwn = points.length === new Set(proposalIds).size && points.every((point) => point.villageId === villageId);
    if (!isOwn) throw invalidField('/proposalIds', 'Points of this village that everyone can read and that go on.');
    const rows = points.map(({ proposalId }) => ({ collaborationId, proposalId, villageId: villageId ?? '' }));
    await manager.upsert(CollaborationPoint, rows, ['collaborationId', 'proposalId', 'villageId']);
  }
}

const isSame = (party: PartyRow, { villageId, teamId, partnerName }: NewParty): boolean =>
  (party.villageId !== null && party.villageId === villageId) ||
  (party.teamId !== null && party.teamId === teamId) ||
  (party.kind === 'partner' && party.name.toLowerCase() === partnerName?.toLowerCase());

const hasOtherLead = (parties: readonly PartyRow[], { id }: PartyRow): boolean =>
  parties.some((other) => other.id !== id && !other.hasLeft && other.role === 'lead');

const needsLead = (): Problem => new Problem('wrong_state', 'Somebody has to lead: make another party lead first.');
