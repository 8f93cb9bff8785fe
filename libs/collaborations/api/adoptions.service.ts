import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audit, Clock, Idempotency, Jobs, Realtime, namedQuery } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { DraftsService, ProposalsService, proposalVisibilityChanged } from '@kernagenda/proposals/api';
import { proposalLimits } from '@kernagenda/proposals/domain';
import { Problem } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { mayAdopt, requireAdoptable } from '@kernagenda/collaborations/domain/adoptions';
import type { AdoptionAnswer, AdoptionsView } from '@kernagenda/collaborations/domain/adoptions';
import { Adoption } from './adoptions.entity';
import { besideQuery, journeyQuery, mineQuery, originQuery, pointQuery } from './adoptions.queries';
import type { JourneyRow, OriginRow, QuoteRow } from './adoptions.queries';
import { placeQuery } from './collaborations.queries';
import type { VillageRow } from './collaborations.queries';
import { nl } from './nl';

interface Beside {
  readonly proposalId: string;
  readonly villageId: string;
}

/** Taking a point of another village over, and how ideas travelled that way. */
@Injectable()
export class AdoptionsService implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly idempotency: Idempotency,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
    private readonly drafts: DraftsService,
    private readonly proposals: ProposalsService,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(proposalVisibilityChanged, 'collaborations-adoptions', ({ proposalId }) =>
      this.announce(proposalId),
    );
  }

  /** @throws Problem `not_found` for a point that does not exist for this person. */
  async find(actor: Actor | null, id: string): Promise<AdoptionsView> {
    if (!(await this.proposals.findFacts(id, actor))) throw new Problem('not_found');
    const [point] = await namedQuery<OriginRow>(this.dataSource, 'adoption point', pointQuery, [id]);
    const [origin] = await namedQuery<QuoteRow>(this.dataSource, 'adoption origin', originQuery, [id]);
    const journey = await namedQuery<JourneyRow>(this.dataSource, 'adoption journey', journeyQuery, [id]);
    const mine = actor ? await this.findMine(this.dataSource, actor, id) : null;
    const isOpen = !!point && !mine && mayAdopt(actor, point);
    return {
      origin: origin ? { ...origin, cents: origin.cents === null ? null : Number(origin.cents) } : null,
      journey: journey.length > 1 ? journey.map((row) => ({ ...row, since: row.since.toISOString() })) : [],
      mineId: mine,
      adoptFor: isOpen ? await this.findVillage(this.dataSource, actor?.homeVillageId ?? '') : null,
    };
  }

  /**
   * Makes a draft in the home village, or answers the one this person made of it before.
   * @throws Problem `not_found`, and what `requireAdoptable` says
   */
  async adopt(actor: Actor, originId: string, call: IdempotentCall | null): Promise<AdoptionAnswer> {
    return this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        // Two calls of one person for one point take turns; the second finds what the first made.
        await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${originId} ${actor.personId}`]);
        const [origin] = await namedQuery<OriginRow>(manager, 'adoption point', pointQuery, [originId]);
        if (!origin) throw new Problem('not_found');
        const made = await this.findMine(manager, actor, originId);
        if (made) return { proposalId: made };
        const home = await this.findVillage(manager, requireAdoptable(actor, origin));
        const proposalId = await this.drafts.createIn(manager, actor, {
          villageId: home.id,
          title: origin.title.slice(0, proposalLimits.title.max),
          body: nl.adopted(origin.village.name, home.name),
          place: '',
          theme: origin.theme,
          kind: origin.kind,
        });
        const row = { originId, adoptedId: proposalId, personId: actor.personId, villageId: home.id };
        const { id } = await manager.save(manager.create(Adoption, { ...row, createdAt: this.clock.now() }));
        await this.audit.record(manager, {
          actorId: actor.personId,
          action: 'adopt',
          objectType: 'adoption',
          objectId: id,
          details: { originId, adoptedId: proposalId },
        });
        return { proposalId };
      }),
    );
  }

  private async findMine(
    source: DataSource | EntityManager,
    { personId }: Actor,
    originId: string,
  ): Promise<string | null> {
    const [mine] = await namedQuery<AdoptionAnswer & { proposalId: string }>(source, 'adoption mine', mineQuery, [
      originId,
      personId,
    ]);
    return mine?.proposalId ?? null;
  }

  private async findVillage(source: DataSource | EntityManager, id: string): Promise<VillageRef> {
    const [found] = await namedQuery<VillageRow>(source, 'collaboration place', placeQuery, [id]);
    if (!found) throw new Problem('home_village_required');
    return { id: found.id, slug: found.slug, name: found.name };
  }

  /** Pages of what a point came from, and of what came of it, look again. */
  private async announce(proposalId: string): Promise<void> {
    for (const { proposalId: other, villageId } of await this.dataSource.query<Beside[]>(besideQuery, [proposalId])) {
      this.realtime.publish(`proposal:${other}`, { kind: 'proposal', proposalId: other, villageId });
    }
  }
}
