import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField, isDay } from '@kernagenda/shared/domain';
import { mayFreeze } from '@kernagenda/agendas/domain';
import type { AgendaPoint, AgendaVersionSummary, FreezeInput } from '@kernagenda/agendas/domain';
import { AgendaVersion, AgendaVersionPoint, VillageAgenda, VillageAgendaVillage } from './agendas.entities';
import { AgendasService } from './agendas.service';

/** Any number; whoever writes agendas takes turns, which is a few times a year. */
const writeLock = 7_142_093;

/** Freezes versions, and says which villages share an agenda. */
@Injectable()
export class AgendaVersions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly agendas: AgendasService,
  ) {}

  /**
   * Keeps the agenda as it stands now as the next version.
   * @throws Problem `not_found`, `not_allowed`, `invalid_input` for a day that is no day, after today or before that of
   * the version before
   */
  async freeze(
    actor: Actor,
    slug: string,
    { referenceOn, receivedBy }: FreezeInput,
    call: IdempotentCall | null,
  ): Promise<AgendaVersionSummary> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [writeLock]);
      const agenda = await this.agendas.findAgenda(slug, manager);
      if (!mayFreeze({ actor, places: agenda.places })) throw new Problem('not_allowed');
      return this.idempotency.once(manager, call, async () => {
        const now = this.clock.now();
        const agendaId = agenda.id ?? (await this.create(manager, agenda.villages));
        const [last] = await manager.find(AgendaVersion, { where: { agendaId }, order: { number: 'DESC' }, take: 1 });
        if (!isDay(referenceOn) || referenceOn > amsterdamDay(now))
          throw invalidField('/referenceOn', 'a day, today or earlier');
        if (last && referenceOn < last.referenceOn)
          throw invalidField('/referenceOn', `not before ${last.referenceOn}, the day of the version before`);
        const points = await this.agendas.pointsOf(agenda.villages, manager);
        const number = (last?.number ?? 0) + 1;
        const cover = { number, referenceOn, receivedBy, points: points.length };
        const row = manager.create(AgendaVersion, { ...cover, agendaId, frozenAt: now });
        const { id } = await manager.save(row);
        await manager.insert(AgendaVersionPoint, points.map(toRow(id)));
        await this.audit.record(manager, {
          actorId: actor.personId,
          action: 'agenda.freeze',
          objectType: 'village_agenda',
          objectId: agendaId,
          details: { ...cover },
        });
        return { ...cover, frozenAt: now.toISOString() };
      });
    });
  }

  /**
   * Puts villages on one agenda. Nothing changes where they share one already, or where one of them shares another or has
   * versions of its own: what was frozen was frozen for those villages.
   */
  async share(manager: EntityManager, villageIds: readonly string[]): Promise<void> {
    await manager.query('select pg_advisory_xact_lock($1)', [writeLock]);
    const isWritten = await manager
      .createQueryBuilder(VillageAgendaVillage, 'own')
      .where('own.village_id = any(:ids)', { ids: [...villageIds] })
      .getExists();
    if (!isWritten)
      await this.create(
        manager,
        villageIds.map((id) => ({ id })),
      );
  }

  private async create(manager: EntityManager, villages: readonly { readonly id: string }[]): Promise<string> {
    const { id } = await manager.save(manager.create(VillageAgenda, { createdAt: this.clock.now() }));
    await manager.insert(
      VillageAgendaVillage,
      villages.map((village) => ({ villageId: village.id, agendaId: id })),
    );
    const villageIds = villages.map((village) => village.id);
    const object = { objectType: 'village_agenda', objectId: id, details: { villageIds } };
    await this.audit.record(manager, { actorId: null, action: 'agenda.create', ...object });
    return id;
  }
}

const toRow =
  (versionId: string) =>
  ({ id, plan, statusAt, ...point }: AgendaPoint, position: number) => ({
    versionId,
    proposalId: id,
    position,
    title: point.title,
    body: point.body,
    place: point.place,
    theme: point.theme,
    agendaState: point.agendaState,
    teamId: plan?.team?.id ?? null,
    executor: plan?.executor ?? null,
    dueOn: plan?.dueOn ?? null,
    statusAt: statusAt === null ? null : new Date(statusAt),
    reportedYear: point.reportedYear,
    reason: point.reason,
    alternative: point.alternative,
    reviewOn: point.reviewOn,
  });
