import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { canBeHidden, mayChangeSaid } from '@kernagenda/commitments/domain';
import type { SaidAction, SaidFacts } from '@kernagenda/commitments/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { ProposalsService } from '@kernagenda/proposals/api';
import { Audit, Clock, Jobs, Realtime } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { saidHidden } from './commitments.events';
import { OfficialAnswerRow, StatusUpdateRow } from './promises.entities';

export type SaidKind = 'official_answer' | 'status_update';

/** Hides one answer or update that says too much about somebody; the rest of its point stays as it is. */
@Injectable()
export class SaidService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly realtime: Realtime,
    private readonly proposals: ProposalsService,
  ) {}

  /** Answers the point it stands on. @throws Problem `wrong_state` when it is hidden, or has nothing to hide. */
  hide(actor: Actor, kind: SaidKind, id: string, reason: string): Promise<string> {
    return this.change(actor, kind, id, 'hide', reason, canBeHidden);
  }

  /** Answers the point it stands on. @throws Problem `wrong_state` when it is not hidden. */
  showAgain(actor: Actor, kind: SaidKind, id: string): Promise<string> {
    return this.change(actor, kind, id, 'show_again', null, ({ isHidden }) => isHidden);
  }

  private async change(
    actor: Actor,
    kind: SaidKind,
    id: string,
    action: SaidAction,
    hiddenReason: string | null,
    isPossible: (facts: SaidFacts) => boolean,
  ): Promise<string> {
    const proposalId = await this.dataSource.transaction(async (manager) => {
      const row = await this.lock(manager, kind, id);
      const point = row && (await this.proposals.findFacts(row.proposalId, actor, manager));
      if (!point) throw new Problem('not_found');
      const isHidden = row.hiddenReason !== null;
      const said = row instanceof StatusUpdateRow ? row.kind : 'answer';
      const facts = { point, kind: said, authorId: row.authorId, isHidden } as const;
      if (!mayChangeSaid(facts)) throw new Problem('not_allowed');
      if (!isPossible(facts)) throw new Problem('wrong_state');
      await manager.update(kind === 'official_answer' ? OfficialAnswerRow : StatusUpdateRow, id, { hiddenReason });
      await this.audit.record(manager, {
        actorId: actor.personId,
        action: `${kind}.${action}`,
        objectType: kind,
        objectId: id,
        details: { proposalId: row.proposalId },
      });
      if (action === 'hide') {
        const at = this.clock.now().toISOString();
        await this.jobs.publish(manager, saidHidden, { saidId: id, at, actorId: actor.personId });
      }
      return row.proposalId;
    });
    // To its own page alone: the list of all promises shows nothing of it, and the point may be hidden itself.
    this.realtime.publish(`proposal:${proposalId}`, { kind: 'promises', proposalId });
    return proposalId;
  }

  private lock(
    manager: EntityManager,
    kind: SaidKind,
    id: string,
  ): Promise<OfficialAnswerRow | StatusUpdateRow | null> {
    const options = { where: { id }, lock: { mode: 'pessimistic_write' } } as const;
    return kind === 'official_answer'
      ? manager.findOne(OfficialAnswerRow, options)
      : manager.findOne(StatusUpdateRow, options);
  }
}
