import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Collaborations } from '@kernagenda/collaborations/api';
import { normalWords } from '@kernagenda/matching/domain';
import { Clock, Idempotency, namedQuery, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, invalidField } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import { areQuotesOpen, leadsDemand, procurementLimits } from '@kernagenda/procurement/domain';
import type {
  BuyerInput,
  CoordinationInput,
  PurchaseInput,
  PurchaseSummary,
  PurchaseUpdate,
  PurchaseView,
  ReasonInput,
} from '@kernagenda/procurement/domain';
import { DemandLineRow, ProcurementCase } from './purchases.entities';
import { Purchases } from './purchases';
import { collaborationQuery, listQuery, prefillQuery } from './purchases.queries';
import type { CollaborationRow, PrefillRow, SummaryRow } from './purchases.queries';
import { toSummary } from './purchases.views';

/** Purchases as everyone reads them, how they begin, and how they end before anything is ordered. */
@Injectable()
export class PurchasesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly collaborations: Collaborations,
    private readonly purchases: Purchases,
  ) {}

  /** Newest first, of one collaboration or of all. */
  async list(
    collaborationId: string | null,
    limit: number,
    after: readonly [startedAt: string, id: string] | null,
  ): Promise<Page<PurchaseSummary>> {
    const now = this.clock.now();
    const values = [collaborationId, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<SummaryRow>(this.dataSource, 'purchases', listQuery, values);
    return toPage(
      rows,
      limit,
      (row) => toSummary(row, areQuotesOpen(row, now)),
      ({ startedAt, id }) => [startedAt.toISOString(), id],
    );
  }

  /** @throws Problem `not_found`. */
  get(actor: Actor | null, id: string): Promise<PurchaseView> {
    return this.purchases.see(actor, id);
  }

  /**
   * Begins with what the points of the villages ask for. One purchase of a collaboration runs at a time.
   * @throws Problem `not_found`, `not_allowed`, `already_exists`, `wrong_state` when the collaboration is closed.
   */
  async start(actor: Actor, input: PurchaseInput, call: IdempotentCall | null): Promise<PurchaseView> {
    const collaborationId = input.collaborationId.toLowerCase();
    const { id } = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => ({
        id: await this.begin(manager, actor, collaborationId, input),
      })),
    );
    this.purchases.announce(collaborationId, id);
    return this.purchases.see(actor, id);
  }

  /** Changes what is bought, while the demand is gathered. */
  async update(actor: Actor, id: string, seenVersion: number, update: PurchaseUpdate): Promise<PurchaseView> {
    const { what, unit, kind, shareKey } = update;
    return this.purchases.edit(actor, id, 'change', seenVersion, (_, { row }) => ({
      patch: { what, unit, kind, shareKey, stems: stemsOfText(what) },
      details: { from: { what: row.what, unit: row.unit, kind: row.kind, shareKey: row.shareKey }, to: update },
    }));
  }

  /** Names the team that buys. @throws Problem `invalid_input` for a team that is no party. */
  async nameBuyer(actor: Actor, id: string, seenVersion: number, input: BuyerInput): Promise<PurchaseView> {
    const teamId = input.teamId.toLowerCase();
    return this.purchases.edit(actor, id, 'name_buyer', seenVersion, (_, { row }) => {
      const team = row.teams.find((each) => each.id === teamId);
      if (!team) throw invalidField('/teamId', 'a team that takes part in the collaboration');
      return {
        patch: { buyerTeamId: teamId },
        details: { from: row.buyer?.id ?? null, to: teamId },
        happened: [{ kind: 'buyer_named', note: team.name }],
      };
    });
  }

  /** Says what it costs to do it together, and where that comes from. */
  async changeCoordination(
    actor: Actor,
    id: string,
    seenVersion: number,
    input: CoordinationInput,
  ): Promise<PurchaseView> {
    requireSources(input, '');
    const { hours, rateCents, hoursSource, otherCents, otherSource } = input;
    const patch = { hours, rateCents, hoursSource, otherCents, otherSource };
    return this.purchases.edit(actor, id, 'change_coordination', seenVersion, (_, { row }) => ({
      patch,
      details: { from: row.coordination, to: patch },
    }));
  }

  /** "Niet samen": a normal end, with a reason. Sealed quotes stay sealed. */
  async endNotJoint(actor: Actor, id: string, seenVersion: number, { reason }: ReasonInput): Promise<PurchaseView> {
    return this.purchases.move(actor, id, 'end_not_joint', seenVersion, (_, { row }) => ({
      patch: { endedAt: this.clock.now(), endedFrom: row.state, endedReason: reason },
      details: { reason },
      happened: [{ kind: 'not_joint', note: reason }],
    }));
  }

  /** Gives it up before it is delivered; who it was ordered for is bound no more. */
  async cancel(actor: Actor, id: string, seenVersion: number, { reason }: ReasonInput): Promise<PurchaseView> {
    return this.purchases.move(actor, id, 'cancel', seenVersion, async (manager, { row }) => {
      if (row.state === 'ordered') await this.collaborations.release(manager, row.collaborationId, 'all');
      return {
        patch: { endedAt: this.clock.now(), endedFrom: row.state, endedReason: reason },
        details: { reason },
        happened: [{ kind: 'cancelled', note: reason }],
      };
    });
  }

  private async begin(
    manager: EntityManager,
    actor: Actor,
    collaborationId: string,
    { what, unit, kind, shareKey }: PurchaseInput,
  ): Promise<string> {
    await this.collaborations.lock(manager, collaborationId, actor);
    const [found] = await namedQuery<CollaborationRow>(manager, 'purchase parties', collaborationQuery, [
      collaborationId,
    ]);
    if (!found) throw new Problem('not_found');
    const parties = { actor, places: found.villages, teamIds: found.teamIds };
    if (!leadsDemand(parties)) throw new Problem('not_allowed');
    if (found.phase === 'closed') throw new Problem('wrong_state', 'The collaboration is closed.');
    const now = this.clock.now();
    const { id } = await manager.save(
      manager.create(ProcurementCase, {
        ...{ collaborationId, what, unit, kind, shareKey, stems: stemsOfText(what) },
        ...{ startedAt: now, startedBy: actor.personId, movedAt: now, rateCents: 0, otherCents: 0 },
        buyerTeamId: found.teamIds.length === 1 ? (found.teamIds[0] ?? null) : null,
      }),
    );
    await this.prefill(manager, id, collaborationId);
    await this.purchases.tell(manager, id, [{ kind: 'started' }]);
    await this.purchases.record(manager, actor, 'start', id, { collaborationId, what }, { toState: 'gathering' });
    const news = { kind: 'purchase', toState: 'gathering', actorId: actor.personId } as const;
    await this.collaborations.tell(manager, collaborationId, news);
    return id;
  }

  private async prefill(manager: EntityManager, caseId: string, collaborationId: string): Promise<void> {
    const rows = await namedQuery<PrefillRow>(manager, 'purchase prefill', prefillQuery, [collaborationId]);
    const { quantity, lineWhat } = procurementLimits;
    await manager.insert(
      DemandLineRow,
      rows.map((row) => ({
        ...{ caseId, villageId: row.villageId, proposalId: row.proposalId, createdAt: this.clock.now() },
        what: row.title.slice(0, lineWhat.max),
        quantity: Math.min(Math.max(row.quantity, quantity.min), quantity.max),
        budgetCents: row.budgetCents,
      })),
    );
  }
}

/**
 * @throws Problem `invalid_input` for an amount nobody says where it comes from, or hours that cost more than can be kept.
 * `at` is the pointer to the object.
 */
export function requireSources(
  { hours, rateCents, hoursSource, otherCents, otherSource }: CoordinationInput,
  at: string,
): void {
  const detail = 'where this comes from';
  if (hours * rateCents > procurementLimits.cents) throw invalidField(`${at}/rateCents`, 'less for so many hours');
  if (hours > 0 && rateCents > 0 && hoursSource === '') throw invalidField(`${at}/hoursSource`, detail);
  if (otherCents > 0 && otherSource === '') throw invalidField(`${at}/otherSource`, detail);
}

/** The word stems of what is bought, by which purchases of the same thing are found. */
const stemsOfText = (what: string): readonly string[] => [...new Set(normalWords(what).map(({ stem }) => stem))];
