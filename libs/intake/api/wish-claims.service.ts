import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource, LessThan, Not, IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { enteringLimits } from '@kernagenda/intake/domain';
import type { ClaimView } from '@kernagenda/intake/domain';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { actsAsResident } from '@kernagenda/identity/domain';
import type { Actor } from '@kernagenda/identity/domain';
import { ProposalsLifecycle, ProposalsLive } from '@kernagenda/proposals/api';
import { Clock, Jobs, Settings, isId, makeLinkToken, readLinkToken } from '@kernagenda/shared/api';
import type { LinkKind } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import { EnteredWish } from './entered-wishes.entities';
import { claimQuery, heldClaimQuery } from './entered-wishes.queries';
import type { ClaimRow } from './entered-wishes.queries';

const dayMs = 86_400_000;

/** What a mail about a wish tells, and to whom. */
export interface ClaimMail extends Pick<ClaimRow, 'village' | 'enteredFrom'> {
  readonly email: string;
  /** For the link. */
  readonly token: string;
}

/** The link that makes a wish the own one of who asked for it: mailed once, good for as long as the address is kept. */
@Injectable()
export class WishClaims implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly people: PeopleRegistry,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly live: ProposalsLive,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('intake-forget-addresses', () => this.forget());
  }

  /** Forgets the addresses nobody answered from. */
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - enteringLimits.addressDays * dayMs);
    const old = { email: Not(IsNull()), enteredAt: LessThan(before) };
    await this.dataSource.manager.update(EnteredWish, old, { email: null });
  }

  /** What a link is about; changes nothing. @throws Problem `invalid_code` for every link that does not work. */
  async getByLink(token: string): Promise<ClaimView> {
    return toView(await this.find(this.dataSource.manager, claimQuery, token));
  }

  /**
   * Whoever wished it is its author from now on; a second time changes nothing.
   * @throws Problem `invalid_code`; `not_allowed` for who signed in with another address than that of the mail, or
   * proposes nothing, as officials do.
   */
  async claim(actor: Actor, token: string): Promise<ClaimView> {
    const known = await this.find(this.dataSource.manager, claimQuery, token);
    if (known.claimedBy === actor.personId) return toView(known);
    if (!actsAsResident(actor)) throw new Problem('not_allowed');
    const contact = await this.people.findContact(actor.personId);
    const { view, change } = await this.dataSource.transaction(async (manager) => {
      // The proposal first, as whoever deletes it does.
      const point = await this.lifecycle.hold(manager, known.proposalId);
      const row = await this.find(manager, heldClaimQuery, token);
      if (row.claimedBy === actor.personId) return { view: toView(row), change: null };
      if (row.email === null) throw new Problem('invalid_code');
      if (contact?.email !== row.email) throw new Problem('not_allowed');
      const transition = await this.lifecycle.handOver(manager, point, actor.personId);
      const claimed = { claimedBy: actor.personId, claimedAt: this.clock.now(), email: null };
      await manager.update(EnteredWish, row.id, claimed);
      return { view: toView({ ...row, ...claimed }), change: transition.change };
    });
    if (change) {
      this.live.announce(change);
      this.live.announceTo(known.enteredBy, change);
    }
    return view;
  }

  /** It is not theirs: the address is forgotten, the wish stays with who wrote it down. */
  async leave(token: string): Promise<ClaimView> {
    return this.dataSource.transaction(async (manager) => {
      const row = await this.find(manager, heldClaimQuery, token);
      await manager.update(EnteredWish, row.id, { email: null });
      return toView({ ...row, email: null });
    });
  }

  /** What the mail about a wish tells, held until the transaction ends; null when there is nobody to mail, or they were. */
  async holdMail(manager: EntityManager, id: string): Promise<ClaimMail | null> {
    const [row]: ClaimRow[] = await manager.query(heldClaimQuery, [id]);
    if (!row || row.email === null || row.isTold || row.title === '') return null;
    const { email, village, enteredFrom, enteredAt } = row;
    const token = makeLinkToken(this.kind(), [id], enteredAt, enteringLimits.addressDays);
    return { email, village, enteredFrom, token };
  }

  /** It was mailed. */
  async noteMail(manager: EntityManager, id: string): Promise<void> {
    await manager.update(EnteredWish, id, { toldAt: this.clock.now() });
  }

  private async find(manager: EntityManager, query: string, token: string): Promise<ClaimRow> {
    const [id] = readLinkToken(this.kind(), token, this.clock.now());
    const [row]: ClaimRow[] = id && isId(id) ? await manager.query(query, [id]) : [];
    if (!row) throw new Problem('invalid_code');
    return row;
  }

  private kind(): LinkKind {
    return { purpose: 'claim-wish', secretKey: this.settings.secretKey };
  }
}

const toView = ({
  proposalId,
  title,
  body,
  village,
  enteredFrom,
  enteredAt,
  email,
  claimedBy,
}: ClaimRow): ClaimView => ({
  ...{ proposalId, title, village, enteredFrom },
  at: enteredAt.toISOString(),
  state: claimedBy !== null ? 'claimed' : email !== null ? 'open' : 'left',
  body: email !== null ? body : '',
});
