import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay, invalidField } from '@kernagenda/shared/domain';
import { applicationLimits, faultOf, pausedFor } from '@kernagenda/budgets/domain';
import type { ApplicationView, DecisionInput, GrantFault } from '@kernagenda/budgets/domain';
import { ApplicationReader } from './applications.reader';
import type { LoadedApplication } from './applications.reader';
import { ApplicationsService } from './applications.service';
import { VillageBudget } from './budgets.entities';
import { VillageBudgets } from './village-budgets.service';

const faultTexts: Readonly<Record<GrantFault, string>> = {
  budget_spent: 'The village has not so much left.',
  initiative_cap: 'The point would get more than one initiative may in a year.',
  existing_share_spent: 'Not so much is left for activities that exist already.',
  earlier_waiting: 'Applications that came in earlier would find too little left; say why this one goes first.',
};

/** Decides about money, by mandate: the official whose mandate is enough for what was asked, above it the alderman. */
@Injectable()
export class BudgetDecisions {
  constructor(
    private readonly clock: Clock,
    private readonly budgets: VillageBudgets,
    private readonly reader: ApplicationReader,
    private readonly applications: ApplicationsService,
  ) {}

  /**
   * Grants all, a part, or nothing. What is left is looked at while the budget of the village is held: of all who decide
   * at once about the last of it, one does. Less than was asked needs a reason (Awb art. 3:46).
   * Nothing is granted for a point that is not public any more.
   * @throws Problem `point_hidden`, `budget_spent`, `initiative_cap`, `existing_share_spent`, `earlier_waiting`, `not_allowed`,
   * `wrong_state`, `stale_version`, `invalid_input`.
   */
  decide(actor: Actor, id: string, seenVersion: number, input: DecisionInput): Promise<ApplicationView> {
    const { grantedCents, reason, isShort, isBeforeOthers } = input;
    const now = this.clock.now();
    const prepare = async (manager: EntityManager, loaded: LoadedApplication) => {
      const { row } = loaded;
      if (grantedCents > row.amountCents) throw invalidField('/grantedCents', 'at most what was asked');
      const needsReason = grantedCents < row.amountCents || isBeforeOthers;
      if (needsReason && reason.length < applicationLimits.note.min) throw invalidField('/reason', 'the reason why');
      if (grantedCents > 0) await this.spend(manager, loaded, input);
      return {
        patch: {
          ...{ grantedCents, decidedAt: now, decidedBy: actor.personId, decisionReason: reason },
          isShort: isShort && grantedCents < row.amountCents,
          isBeforeOthers,
          pausedDays: row.pausedDays + (row.state === 'incomplete' ? pausedFor(row.askedOn, amsterdamDay(now)) : 0),
        },
        details: { askedCents: row.amountCents, grantedCents, isShort, isBeforeOthers },
        letter: 'decided' as const,
      };
    };
    return this.applications.move(actor, id, 'decide', seenVersion, prepare, grantedCents);
  }

  private async spend(
    manager: EntityManager,
    { row: { id, village, year } }: LoadedApplication,
    { grantedCents, isBeforeOthers }: DecisionInput,
  ): Promise<void> {
    const villageId = village.id;
    await this.budgets.lock(manager, year, [villageId]);
    // Read again: who held the budget before may have granted from it, to the same point too.
    const held = await this.reader.find(manager, id, null);
    if (!held?.row.balance) throw new Problem('not_found');
    const { balance, isExisting, point, pointCents, earlierCents } = held.row;
    if (!point) throw new Problem('point_hidden', 'Nobody reads the point any more.');
    const fault = faultOf(balance, {
      ...{ cents: grantedCents, isExisting, pointCents, initiativeCents: balance.initiativeCents },
      earlierCents: isBeforeOthers ? 0 : earlierCents,
    });
    if (fault) throw new Problem(fault, faultTexts[fault]);
    // Added up by the database, so that its check is the last word whatever was read before.
    const key = { villageId, year };
    await manager.increment(VillageBudget, key, 'grantedCents', grantedCents);
    if (isExisting) await manager.increment(VillageBudget, key, 'existingGrantedCents', grantedCents);
  }
}
