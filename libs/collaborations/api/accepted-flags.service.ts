import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MatchFlags, flagAccepted } from '@kernagenda/matching/api';
import type { AcceptedFlag } from '@kernagenda/matching/api';
import { Jobs, namedQuery } from '@kernagenda/shared/api';
import { collaborationLimits } from '@kernagenda/collaborations/domain';
import { Collaborations } from './collaborations';
import type { NewParty } from './collaborations';
import { CollaborationsService } from './collaborations.service';
import { standingPointsQuery } from './collaborations.queries';
import type { PointRow } from './collaborations.queries';
import { nl } from './nl';

/** Makes a collaboration of the villages that said yes to each other, once, however often the event arrives. */
@Injectable()
export class AcceptedFlags implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly flags: MatchFlags,
    private readonly collaborations: Collaborations,
    private readonly service: CollaborationsService,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(flagAccepted, 'collaborations-accepted', ({ flagId }) => this.begin(flagId));
  }

  private async begin(flagId: string): Promise<void> {
    const id = await this.dataSource.transaction(async (manager) => {
      const flag = await this.flags.findAccepted(manager, flagId);
      if (!flag) return null;
      const points = await namedQuery<PointRow>(manager, 'collaboration standing points', standingPointsQuery, [
        flag.points.map(({ proposalId }) => proposalId),
        flag.points.map(({ villageId }) => villageId),
      ]);
      if (points.length === 0) return null;
      const title = nl.together(flag.label).slice(0, collaborationLimits.title.max);
      const created = await this.service.create(manager, null, { title, flagId, points }, flag.sides.map(toParty));
      await this.flags.link(manager, flagId);
      return created;
    });
    if (id) await this.collaborations.announceParties(id);
  }
}

/** The first that said yes leads until the parties choose otherwise. */
function toParty({ villageId, answerer, personId }: AcceptedFlag['sides'][number], at: number): NewParty {
  return {
    kind: 'village',
    villageId,
    role: at === 0 ? 'lead' : 'participant',
    ...(answerer === 'author' && personId !== null && { contactId: personId }),
  };
}
