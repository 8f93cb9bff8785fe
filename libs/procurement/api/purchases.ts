import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Collaborations } from '@kernagenda/collaborations/api';
import { Audit, Clock, Realtime, requireVersion } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem } from '@kernagenda/shared/domain';
import { mayForVillage, moveTo, requireEdit } from '@kernagenda/procurement/domain';
import type {
  ProcurementEdit,
  ProcurementMove,
  PurchaseEventKind,
  PurchaseView,
  PurchaseVillageAction,
} from '@kernagenda/procurement/domain';
import { ProcurementCase, ProcurementEvent } from './purchases.entities';
import { lockCaseQuery } from './purchases.queries';
import type { VillageRow } from './purchases.queries';
import { PurchaseReader, toPlace } from './purchases.reader';
import type { LoadedPurchase } from './purchases.reader';
import { toView, villageActionsOf } from './purchases.views';

export type Patch = { -readonly [Field in keyof ProcurementCase]?: ProcurementCase[Field] };

/** What happened, for everyone to read; without an amount. */
export interface Happened {
  readonly kind: PurchaseEventKind;
  readonly villageId?: string | null;
  readonly count?: number | null;
  readonly note?: string;
}

/** What goes with a change: its traces, what the log tells of it, and what everyone reads of it. */
export interface Change {
  readonly patch?: Patch;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly happened?: readonly Happened[];
}

/** Changes purchases in the transaction of who asks: locked, by the table, audited, told. */
@Injectable()
export class Purchases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly realtime: Realtime,
    private readonly collaborations: Collaborations,
    private readonly reader: PurchaseReader,
  ) {}

  /** The purchase as this person may see it now. @throws Problem `not_found`. */
  async see(actor: Actor | null, id: string): Promise<PurchaseView> {
    const loaded = await this.reader.load(this.dataSource, id, actor);
    const advice = await this.reader.adviseRoute(this.dataSource.manager, loaded);
    return toView(loaded, advice, await this.reader.listReceipts(this.dataSource, loaded));
  }

  /**
   * Holds a purchase and its collaboration until the end of the transaction, always in this order, so that who takes part
   * stays who takes part. @throws Problem `not_found`.
   */
  async lock(manager: EntityManager, id: string, actor: Actor | null): Promise<LoadedPurchase> {
    const found = await manager.findOne(ProcurementCase, {
      where: { id },
      select: { id: true, collaborationId: true },
    });
    if (!found) throw new Problem('not_found');
    await this.collaborations.lock(manager, found.collaborationId, actor);
    await manager.query(lockCaseQuery, [id]);
    return this.reader.load(manager, id, actor);
  }

  /**
   * Does something that moves the purchase along its table, and answers it as it is then. `prepare` runs within, after the
   * rule and before the change. @throws Problem `not_found`, `not_allowed`, `wrong_state`, `stale_version`.
   */
  async move(
    actor: Actor,
    id: string,
    move: ProcurementMove,
    seenVersion: number,
    prepare: (manager: EntityManager, loaded: LoadedPurchase) => Promise<Change> | Change,
  ): Promise<PurchaseView> {
    await this.change(actor, id, (manager, loaded) =>
      this.moveLocked(manager, actor, loaded, move, seenVersion, () => prepare(manager, loaded)),
    );
    return this.see(actor, id);
  }

  /** The same of a purchase that this transaction holds. */
  async moveLocked(
    manager: EntityManager,
    actor: Actor,
    { row, facts }: LoadedPurchase,
    move: ProcurementMove,
    seenVersion: number,
    prepare: () => Promise<Change> | Change,
  ): Promise<void> {
    const to = moveTo(move, row.state, facts);
    requireVersion(row.version, seenVersion);
    const { patch = {}, details = {}, happened = [] } = await prepare();
    await this.write(manager, row.id, row.version, { ...patch, state: to, movedAt: this.clock.now() });
    await this.tell(manager, row.id, happened);
    await this.record(manager, actor, move, row.id, details, { fromState: row.state, toState: to });
    if (to === row.state) return;
    const news = { kind: 'purchase', toState: to, actorId: actor.personId } as const;
    await this.collaborations.tell(manager, row.collaborationId, news);
  }

  /** Changes something that moves the purchase nowhere, and answers it as it is then. */
  async edit(
    actor: Actor,
    id: string,
    edit: ProcurementEdit,
    seenVersion: number,
    prepare: (manager: EntityManager, loaded: LoadedPurchase) => Promise<Change> | Change,
  ): Promise<PurchaseView> {
    await this.change(actor, id, async (manager, loaded) => {
      requireEdit(edit, loaded.row.state, loaded.facts);
      requireVersion(loaded.row.version, seenVersion);
      await this.touch(manager, actor, loaded, edit, await prepare(manager, loaded));
    });
    return this.see(actor, id);
  }

  /** The same for one of its villages. @throws Problem `not_found` for a village that takes no part. */
  async editVillage(
    actor: Actor,
    id: string,
    villageId: string,
    action: PurchaseVillageAction,
    seenVersion: number,
    prepare: (manager: EntityManager, village: VillageRow) => Promise<Change>,
  ): Promise<PurchaseView> {
    await this.change(actor, id, async (manager, loaded) => {
      const village = this.requireVillage(loaded, villageId, action);
      requireVersion(loaded.row.version, seenVersion);
      await this.touch(manager, actor, loaded, `${action}_village`, await prepare(manager, village));
    });
    return this.see(actor, id);
  }

  /** @throws Problem `not_found`, `not_allowed` or `wrong_state` unless this can be done for this village now. */
  requireVillage(loaded: LoadedPurchase, villageId: string, action: PurchaseVillageAction): VillageRow {
    const village = loaded.villages.find((each) => each.village.id === villageId);
    if (!village) throw new Problem('not_found');
    if (!mayForVillage(action, loaded.facts, toPlace(village))) throw new Problem('not_allowed');
    if (!villageActionsOf(loaded, village).includes(action)) {
      throw new Problem('wrong_state', `"${action}" is not possible for this village now.`);
    }
    return village;
  }

  /** Locks, works, and after the commit tells who looks at it. */
  async change(
    actor: Actor,
    id: string,
    work: (manager: EntityManager, loaded: LoadedPurchase) => Promise<void>,
  ): Promise<void> {
    const collaborationId = await this.dataSource.transaction(async (manager) => {
      const loaded = await this.lock(manager, id, actor);
      await work(manager, loaded);
      return loaded.row.collaborationId;
    });
    this.announce(collaborationId, id);
  }

  /** Writes a change that was found to be right: what it leaves, and that the purchase is another version. */
  async touch(
    manager: EntityManager,
    actor: Actor,
    { row }: LoadedPurchase,
    action: string,
    { patch = {}, details = {}, happened = [] }: Change,
  ): Promise<void> {
    await this.write(manager, row.id, row.version, patch);
    await this.tell(manager, row.id, happened);
    await this.record(manager, actor, action, row.id, details);
  }

  /** Writes what everyone may read of it. */
  async tell(manager: EntityManager, caseId: string, all: readonly Happened[]): Promise<void> {
    for (const { kind, villageId = null, count = null, note = '' } of all) {
      await manager.insert(ProcurementEvent, { caseId, at: this.clock.now(), kind, villageId, count, note });
    }
  }

  record(
    manager: EntityManager,
    actor: Actor | null,
    action: string,
    objectId: string,
    details: Readonly<Record<string, unknown>> = {},
    states: { readonly fromState?: string; readonly toState?: string } = {},
  ): Promise<void> {
    const entry = {
      actorId: actor?.personId ?? null,
      action: `procurement.${action}`,
      objectType: 'procurement_case',
      objectId,
    };
    return this.audit.record(manager, { ...entry, details, ...states });
  }

  /** Tells everyone who looks at the collaboration; call it after the commit. */
  announce(collaborationId: string, caseId: string): void {
    this.realtime.publish(`collaboration:${collaborationId}`, { kind: 'purchase', collaborationId, caseId });
  }

  private async write(manager: EntityManager, id: string, version: number, patch: Patch): Promise<void> {
    await manager.update(ProcurementCase, id, { ...patch, version: version + 1 });
  }
}
