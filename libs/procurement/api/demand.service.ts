import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, Idempotency, requireVersion } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField, isDay } from '@kernagenda/shared/domain';
import { procurementLimits } from '@kernagenda/procurement/domain';
import type { DemandLineInput, NewDemandLineInput, PurchaseView } from '@kernagenda/procurement/domain';
import { DemandLineRow, DemandSnapshot } from './purchases.entities';
import { Purchases } from './purchases';
import type { Happened } from './purchases';
import type { LoadedPurchase } from './purchases.reader';
import type { LineRow } from './purchases.queries';

/** $1: the point; $2: the village; $3: the collaboration. */
const pointQuery = `
  select 1 from collaboration_point_public where proposal_id = $1 and village_id = $2 and collaboration_id = $3`;

const firstSnapshot = 1;

/** What villages ask for: lines that come, go and change, and the moment they are frozen. */
@Injectable()
export class DemandService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly purchases: Purchases,
  ) {}

  /**
   * Adds a line for a village that takes part.
   * @throws Problem `not_found`, `not_allowed`, `wrong_state`, or `invalid_input` naming what is wrong.
   */
  async add(
    actor: Actor,
    id: string,
    { villageId: givenVillage, proposalId: givenPoint, ...input }: NewDemandLineInput,
    call: IdempotentCall | null,
  ): Promise<PurchaseView> {
    const villageId = givenVillage.toLowerCase();
    const proposalId = givenPoint?.toLowerCase() ?? null;
    const { collaborationId } = await this.dataSource.transaction(async (manager) => {
      const loaded = await this.purchases.lock(manager, id, actor);
      return this.idempotency.once(manager, call, async () => {
        this.purchases.requireVillage(loaded, villageId, 'add_line');
        const own = loaded.lines.filter((line) => line.villageId === villageId);
        if (own.length >= procurementLimits.linesPerVillage)
          throw new Problem('wrong_state', 'There are too many lines.');
        this.requireLine(input);
        await requirePoint(manager, loaded, villageId, proposalId);
        const line = await manager.save(
          manager.create(DemandLineRow, {
            ...{ caseId: id, villageId, proposalId, createdAt: this.clock.now() },
            ...pick(input),
          }),
        );
        await this.changed(manager, actor, loaded, 'add_line', villageId, { lineId: line.id, to: pick(input) });
        return { collaborationId: loaded.row.collaborationId };
      });
    });
    this.purchases.announce(collaborationId, id);
    return this.purchases.see(actor, id);
  }

  /** Changes a line as it was seen; after the freeze that shows as a difference. */
  async update(actor: Actor, lineId: string, seenVersion: number, input: DemandLineInput): Promise<PurchaseView> {
    return this.withLine(actor, lineId, seenVersion, async (manager, loaded, line) => {
      this.requireLine(input);
      await manager.update(DemandLineRow, lineId, { ...pick(input), version: line.version + 1 });
      const details = { lineId, from: pick(line), to: pick(input) };
      await this.changed(manager, actor, loaded, 'change_line', line.villageId, details);
    });
  }

  async remove(actor: Actor, lineId: string, seenVersion: number): Promise<PurchaseView> {
    return this.withLine(actor, lineId, seenVersion, async (manager, loaded, line) => {
      await manager.delete(DemandLineRow, lineId);
      await this.changed(manager, actor, loaded, 'remove_line', line.villageId, { lineId, from: pick(line) });
    });
  }

  /** Keeps the demand as it is; from here on every change shows. */
  async freeze(actor: Actor, id: string, seenVersion: number): Promise<PurchaseView> {
    return this.purchases.move(actor, id, 'freeze', seenVersion, async (manager, { lines, quantity }) => {
      const takenAt = this.clock.now();
      await manager.insert(DemandSnapshot, {
        ...{ caseId: id, number: firstSnapshot, takenAt },
        lines: lines.map(({ id: lineId, villageId, ...line }) => ({ id: lineId, villageId, ...pick(line) })),
      });
      return { details: { quantity }, happened: [{ kind: 'frozen', count: quantity }] };
    });
  }

  private async withLine(
    actor: Actor,
    lineId: string,
    seenVersion: number,
    work: (manager: EntityManager, loaded: LoadedPurchase, line: LineRow) => Promise<void>,
  ): Promise<PurchaseView> {
    const found = await this.dataSource.manager.findOneBy(DemandLineRow, { id: lineId });
    if (!found) throw new Problem('not_found');
    await this.purchases.change(actor, found.caseId, async (manager, loaded) => {
      const line = loaded.row.lines.find(({ id }) => id === lineId);
      if (!line) throw new Problem('not_found');
      this.purchases.requireVillage(loaded, line.villageId, 'add_line');
      requireVersion(line.version, seenVersion);
      await work(manager, loaded, line);
    });
    return this.purchases.see(actor, found.caseId);
  }

  private async changed(
    manager: EntityManager,
    actor: Actor,
    loaded: LoadedPurchase,
    action: string,
    villageId: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const isFrozen = loaded.row.frozen !== null;
    const happened: Happened[] = isFrozen ? [{ kind: 'changed_after_freeze', villageId }] : [];
    const patch = { demandVersion: loaded.row.demandVersion + 1 };
    await this.purchases.touch(manager, actor, loaded, action, { patch, details: { villageId, ...details }, happened });
  }

  /** @throws Problem `invalid_input` for a day that is none or past, or a price nobody says where it comes from. */
  private requireLine({ neededBy, separatePriceCents, separatePriceSource }: DemandLineInput): void {
    if (neededBy !== null && (!isDay(neededBy) || neededBy < amsterdamDay(this.clock.now()))) {
      throw invalidField('/neededBy', 'a day, today or later');
    }
    if (separatePriceCents !== null && separatePriceSource === '') {
      throw invalidField('/separatePriceSource', 'where this price comes from');
    }
  }
}

async function requirePoint(
  manager: EntityManager,
  { row }: LoadedPurchase,
  villageId: string,
  proposalId: string | null,
): Promise<void> {
  if (proposalId === null) return;
  const found = await manager.query<unknown[]>(pointQuery, [proposalId, villageId, row.collaborationId]);
  if (found.length === 0) throw invalidField('/proposalId', 'a point of this village in the collaboration');
}

const pick = ({
  what,
  quantity,
  specification,
  neededBy,
  budgetCents,
  separatePriceCents,
  separatePriceSource,
}: DemandLineInput): DemandLineInput => ({
  ...{ what, quantity, specification, neededBy, budgetCents, separatePriceCents, separatePriceSource },
});
