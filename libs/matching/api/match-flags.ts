import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AmountView, AskAnswerer, Benefit } from '@kernagenda/matching/domain';
import type { Theme } from '@kernagenda/proposals/domain';
import { Clock, Jobs } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { FlagDecisions } from './flags.decisions';
import { lockFlagQuery } from './flags.queries';
import { acceptedFlagQuery } from './introductions.queries';
import { judge } from './judgements';
import { MatchFlag, MatchFlagMember } from './matching.entities';
import { flagChanged } from './matching.events';

/** A flag of which enough villages said yes, with what they bring. */
export interface AcceptedFlag {
  readonly id: string;
  readonly label: string;
  readonly theme: Theme;
  readonly benefit: Benefit;
  /** Public points of the villages that said yes; one entry per village and point. */
  readonly points: readonly {
    readonly proposalId: string;
    readonly villageId: string;
    readonly amount: AmountView | null;
  }[];
  /** The villages that said yes, and as whom and by whom. */
  readonly sides: readonly {
    readonly villageId: string;
    readonly answerer: AskAnswerer;
    /** Null when the person is no longer known. */
    readonly personId: string | null;
  }[];
  /** Null when the person is no longer known. */
  readonly introducedBy: string | null;
}

/** How flags go on in the contexts to the right of matching. */
@Injectable()
export class MatchFlags {
  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly decisions: FlagDecisions,
  ) {}

  /** Held until the transaction ends; null unless it waits as accepted: what was linked already is not linked twice. */
  async findAccepted(manager: EntityManager, flagId: string): Promise<AcceptedFlag | null> {
    await manager.query(lockFlagQuery, [flagId]);
    const [flag] = await manager.query<AcceptedFlag[]>(acceptedFlagQuery, [flagId, this.clock.now()]);
    return flag ?? null;
  }

  /** Something was made of it; linked already, nothing changes. @throws Problem `not_found` or `wrong_state`. */
  async link(manager: EntityManager, flagId: string): Promise<void> {
    const flag = await this.lock(manager, flagId);
    if (flag.state === 'linked') return;
    await this.decisions.step(manager, flag, 'link', null);
    await this.jobs.publish(manager, flagChanged, { flagId });
  }

  /** "Niet samen": its pairs are remembered, so that the flag does not come back. @throws Problem `not_found` or `wrong_state`. */
  async decline(
    manager: EntityManager,
    flagId: string,
    { personId, note }: { readonly personId: string | null; readonly note: string },
  ): Promise<void> {
    const flag = await this.lock(manager, flagId);
    await this.decisions.step(manager, flag, 'part', personId, { declineReason: 'not_together', declineNote: note });
    const points = await manager.findBy(MatchFlagMember, { flagId });
    const said = { verdict: 'wrong', reason: 'not_together', note, personId, at: this.clock.now() } as const;
    await judge(manager, { id: flagId, points }, said);
    await this.jobs.publish(manager, flagChanged, { flagId });
  }

  private async lock(manager: EntityManager, id: string): Promise<MatchFlag> {
    await manager.query(lockFlagQuery, [id]);
    const flag = await manager.findOneBy(MatchFlag, { id });
    if (!flag) throw new Problem('not_found');
    return flag;
  }
}
