import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Clock, namedQuery } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { Problem, amsterdamDay } from '@kernagenda/shared/domain';
import {
  allowedApplicationActions,
  completeBy,
  existingLeftOf,
  leftOf,
  mayDecide,
  mayReadApplication,
  mayReadContact,
  objectBy,
  openApplicationStates,
  termOf,
} from '@kernagenda/budgets/domain';
import type { ApplicationFacts, ApplicationSummary, ApplicationView } from '@kernagenda/budgets/domain';
import { applicationQuery } from './budgets.queries';
import type { ApplicationRow, SummaryRow } from './budgets.queries';

/** An application as it is at one moment, with what the rules know of it and of who asks. */
export interface LoadedApplication {
  readonly row: ApplicationRow;
  readonly facts: ApplicationFacts;
}

/** Reads applications with what their rules need. */
@Injectable()
export class ApplicationReader {
  constructor(private readonly clock: Clock) {}

  /** @throws Problem `not_found`, also for who may not know that it exists. */
  async load(source: DataSource | EntityManager, id: string, actor: Actor | null): Promise<LoadedApplication> {
    const loaded = await this.find(source, id, actor);
    if (!loaded || !mayReadApplication(loaded.facts)) throw new Problem('not_found');
    return loaded;
  }

  /** Whoever asks; null where there is none. */
  async find(source: DataSource | EntityManager, id: string, actor: Actor | null): Promise<LoadedApplication | null> {
    const values = [id, this.clock.now(), actor?.personId ?? null];
    const [row] = await namedQuery<ApplicationRow>(source, 'budget application', applicationQuery, values);
    return row ? { row, facts: this.factsOf(row, actor) } : null;
  }

  view({ row, facts }: LoadedApplication): ApplicationView {
    const { version, year, side, applicantName, point, plan, isExisting, startsOn, criteria } = row;
    const isOpen = row.decidedAt === null && row.state !== 'withdrawn';
    return {
      ...this.summary(row),
      ...{ version, year, side, applicantName, point, plan, isExisting, startsOn, criteria },
      contact: mayReadContact(facts) && row.contact !== '' ? row.contact : null,
      asked: row.askedOn ? { note: row.askedNote, completeBy: completeBy(row.askedOn), answer: row.answer } : null,
      answeredBefore: row.answeredBefore,
      advice:
        row.advisedAt === null
          ? null
          : { isPositive: row.adviceIsPositive === true, note: row.adviceNote, at: row.advisedAt.toISOString() },
      decision:
        row.decidedAt === null
          ? null
          : {
              at: row.decidedAt.toISOString(),
              reason: row.decisionReason,
              isShort: row.isShort,
              isBeforeOthers: row.isBeforeOthers,
              // The term begins when it is made known: today at the earliest, as long as it was not mailed.
              objectBy: objectBy(amsterdamDay(row.toldAt ?? this.clock.now())),
            },
      forDecider: isOpen && mayDecide(facts) && row.balance ? forDecider(row, row.balance) : null,
      allowedActions: allowedApplicationActions(row.state, facts),
    };
  }

  summary(row: SummaryRow): ApplicationSummary {
    const { id, reference, village, title, amountCents, grantedCents, state, receivedAt, pausedDays, askedOn } = row;
    const today = amsterdamDay(this.clock.now());
    const term = { receivedOn: amsterdamDay(receivedAt), pausedDays, askedOn, isIncomplete: state === 'incomplete' };
    const until = openApplicationStates.some((open) => open === state) ? termOf(term, today) : null;
    return {
      ...{ id, reference, village, title, amountCents, grantedCents, state },
      receivedAt: receivedAt.toISOString(),
      decideBy: until,
      isLate: until !== null && until < today,
    };
  }

  private factsOf(row: ApplicationRow, actor: Actor | null): ApplicationFacts {
    const { village, areaId, municipalityId, side, askedOn } = row;
    const { applicantId, adviserIds, amountCents, teamIds, mandateCents, highestMandateCents } = row;
    return {
      ...{ actor, applicantId, adviserIds, amountCents, teamIds, mandateCents, highestMandateCents },
      place: { villageId: village.id, areaId, municipalityId },
      isForGroup: side === 'group',
      grantedCents: row.grantedCents,
      isCompletingOver: askedOn === null || completeBy(askedOn) < amsterdamDay(this.clock.now()),
    };
  }
}

const forDecider = (
  { pointCents, earlier, earlierCount, earlierCents }: ApplicationRow,
  balance: NonNullable<ApplicationRow['balance']>,
): ApplicationView['forDecider'] => ({
  leftCents: leftOf(balance),
  existingLeftCents: existingLeftOf(balance),
  initiativeCents: balance.initiativeCents,
  ...{ pointCents, earlier, earlierCount, earlierCents },
});
