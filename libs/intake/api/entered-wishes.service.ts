import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { mayEnterFor, enteringLimits } from '@kernagenda/intake/domain';
import type { EnteredClaimState, EnteredWishInput, EnteredWishView } from '@kernagenda/intake/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { DraftsService, ProposalsLive } from '@kernagenda/proposals/api';
import type { Transition } from '@kernagenda/proposals/api';
import { Clock, Idempotency, Jobs, RateLimits, namedQuery, toPage } from '@kernagenda/shared/api';
import type { IdempotentCall } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { Page } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { EnteredWish } from './entered-wishes.entities';
import { enteredQuery } from './entered-wishes.queries';
import type { EnteredWishRow } from './entered-wishes.queries';
import { wishEntered } from './intake.events';
import { placesQuery } from './places.queries';
import type { PlaceRow } from './places.queries';

/** Group and broker write down what others wish: a letter, a card, a call, a visit, an evening. */
@Injectable()
export class EnteredWishesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
    private readonly drafts: DraftsService,
    private readonly live: ProposalsLive,
  ) {}

  /** The villages for which this person may write wishes down, by name. */
  async listVillages(actor: Actor): Promise<readonly VillageRef[]> {
    const rows = await namedQuery<PlaceRow>(this.dataSource, 'intake places', placesQuery, [null]);
    return rows.filter((row) => mayEnterFor(actor, row.place)).map(({ village }) => village);
  }

  /** What this person wrote down, newest first. */
  async list(actor: Actor, limit: number, after: readonly string[] | null): Promise<Page<EnteredWishView>> {
    const values = [actor.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1];
    const rows = await namedQuery<EnteredWishRow>(this.dataSource, 'entered wishes', enteredQuery, values);
    return toPage(rows, limit, toView, ({ enteredAt, id }) => [enteredAt.toISOString(), id]);
  }

  /**
   * Sends in what somebody else wishes, and mails them a link when they left an address.
   * @throws Problem `not_allowed` for a village this person does not serve, `too_many_requests`.
   */
  async enter(actor: Actor, input: EnteredWishInput, call: IdempotentCall | null): Promise<{ readonly id: string }> {
    const changes: Transition['change'][] = [];
    const answer = await this.dataSource.transaction((manager) =>
      this.idempotency.once(manager, call, async () => {
        this.limits.take('entered-wishes', actor.personId, { count: enteringLimits.perHour, seconds: 3600 });
        if (input.email !== null)
          this.limits.take('entered-wish-mails', input.email, { count: enteringLimits.mailsPerDay, seconds: 86_400 });
        const { id, change } = await this.enterIn(manager, actor, input);
        if (input.email !== null) await this.jobs.publish(manager, wishEntered, { enteredWishId: id });
        changes.push(change);
        return { id };
      }),
    );
    this.live.announce(...changes);
    return answer;
  }

  /**
   * The same as part of a larger transaction, without the mail; `others` wrote on it too. Tell it with `ProposalsLive` after the commit.
   * @throws Problem `not_allowed` for a village this person does not serve.
   */
  async enterIn(
    manager: EntityManager,
    actor: Actor,
    input: EnteredWishInput,
    others: readonly string[] = [],
  ): Promise<{ readonly id: string; readonly proposalId: string; readonly change: Transition['change'] }> {
    const { email, enteredFrom } = input;
    const [found] = await namedQuery<PlaceRow>(manager, 'intake places', placesQuery, [[input.villageId]]);
    if (!found || !mayEnterFor(actor, found.place)) throw new Problem('not_allowed');
    const { proposalId, change } = await this.drafts.enterIn(manager, actor, input, enteredFrom, others);
    const wish = { proposalId, enteredBy: actor.personId, email, enteredAt: this.clock.now() };
    const { id } = await manager.save(manager.create(EnteredWish, wish));
    return { id, proposalId, change };
  }
}

const toView = ({ enteredAt, email, claimedBy, isTold, ...row }: EnteredWishRow): EnteredWishView => ({
  ...row,
  at: enteredAt.toISOString(),
  claim: claimOf(email !== null, claimedBy !== null, isTold),
});

function claimOf(hasAddress: boolean, isClaimed: boolean, isTold: boolean): EnteredClaimState {
  if (isClaimed) return 'claimed';
  if (hasAddress) return isTold ? 'asked' : 'waiting';
  return isTold ? 'forgotten' : 'none';
}
