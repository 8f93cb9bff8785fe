import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DataSource, In, Not } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, Realtime } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField, isDay } from '@kernagenda/shared/domain';
import { mayFreeze } from '@kernagenda/agendas/domain';
import type { AgendaPoint, AgendaVersionSummary, FreezeInput, ShareInput } from '@kernagenda/agendas/domain';
import { AgendaVersion, AgendaVersionPoint, VillageAgenda, VillageAgendaVillage } from './agendas.entities';
import { AgendasService } from './agendas.service';

/** Any number; whoever writes agendas takes turns, which is a few times a year. */
const writeLock = 7_142_093;

/** $1: ids. Those of villages. */
const knownQuery = `select 1 from village_public where id = any($1::uuid[])`;

/** $1: agendas. Takes those away that no village has any more. */
const emptyQuery = `
  delete from village_agenda a where a.id = any($1::uuid[])
    and not exists (select 1 from village_agenda_village v where v.agenda_id = a.id)`;

/** Freezes versions, and says which villages share an agenda. */
@Injectable()
export class AgendaVersions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly realtime: Realtime,
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
    const frozen = await this.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [writeLock]);
      const agenda = await this.agendas.findAgenda(slug, manager);
      if (!mayFreeze({ actor, places: agenda.places })) throw new Problem('not_allowed');
      return this.idempotency.once(manager, call, async () => {
        const now = this.clock.now();
        const agendaId = agenda.id ?? (await this.create(manager, actor, agenda.villages));
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
    await this.announce(slug);
    return frozen;
  }

  /**
   * Says which villages have one agenda from now on. A village that leaves it begins one of its own; who comes has no
   * versions yet, as what was frozen was frozen for other villages.
   * @throws Problem `not_found`, `invalid_input` without the village itself or with one there is not, `wrong_state` for a
   * village with versions of its own
   */
  async share(actor: Actor, slug: string, { villageIds: given }: ShareInput): Promise<void> {
    const villageIds = [...new Set(given.map((id) => id.toLowerCase()))].sort();
    await this.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [writeLock]);
      const agenda = await this.agendas.findAgenda(slug, manager);
      const own = agenda.villages.find((village) => village.slug === slug);
      const known = await manager.query<unknown[]>(knownQuery, [villageIds]);
      if (!own || !villageIds.includes(own.id) || known.length < villageIds.length)
        throw invalidField('/villageIds', 'villages there are, with the one of the address among them');
      const before = agenda.villages.map(({ id }) => id).sort();
      if (isDeepStrictEqual(before, villageIds)) return;
      const agendaId = agenda.id ?? (await this.create(manager, actor, [own]));
      const others = { villageId: In(villageIds), agendaId: Not(agendaId) };
      const left = (await manager.findBy(VillageAgendaVillage, others)).map((row) => row.agendaId);
      if (await manager.existsBy(AgendaVersion, { agendaId: In(left) })) throw new Problem('wrong_state');
      await manager.delete(VillageAgendaVillage, others);
      await manager.delete(VillageAgendaVillage, { agendaId });
      await manager.insert(
        VillageAgendaVillage,
        villageIds.map((villageId) => ({ villageId, agendaId })),
      );
      await manager.query(emptyQuery, [left]);
      const details = { from: before, to: villageIds };
      const object = { objectType: 'village_agenda', objectId: agendaId, details };
      await this.audit.record(manager, { actorId: actor.personId, action: 'agenda.share', ...object });
    });
    await this.announce(slug);
  }

  /** Pages of an agenda look again, whichever of its villages they were opened for. */
  private async announce(slug: string): Promise<void> {
    const { villages } = await this.agendas.findAgenda(slug);
    for (const { id } of villages) this.realtime.publish(`village:${id}`, { kind: 'agenda', villageId: id });
  }

  private async create(
    manager: EntityManager,
    actor: Actor,
    villages: readonly { readonly id: string }[],
  ): Promise<string> {
    const { id } = await manager.save(manager.create(VillageAgenda, { createdAt: this.clock.now() }));
    await manager.insert(
      VillageAgendaVillage,
      villages.map((village) => ({ villageId: village.id, agendaId: id })),
    );
    const villageIds = villages.map((village) => village.id);
    const object = { objectType: 'village_agenda', objectId: id, details: { villageIds } };
    await this.audit.record(manager, { actorId: actor.personId, action: 'agenda.create', ...object });
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
    actingParty: point.actingParty,
    teamId: plan?.team?.id ?? null,
    byResidents: plan?.byResidents ?? false,
    executor: plan?.executor ?? null,
    dueOn: plan?.dueOn ?? null,
    statusAt: statusAt === null ? null : new Date(statusAt),
    reportedYear: point.reportedYear,
    feasibility: point.feasibility?.outcome ?? null,
    lookedOn: point.feasibility?.lookedOn ?? null,
    reason: point.reason,
    alternative: point.alternative,
    reviewOn: point.reviewOn,
  });
