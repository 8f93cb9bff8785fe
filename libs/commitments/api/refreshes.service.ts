import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { promisingPart, refreshTerms, silentBefore } from '@kernagenda/commitments/domain';
import type { PromisingPart, RefreshLinkView, RefreshState } from '@kernagenda/commitments/domain';
import { Actors } from '@kernagenda/identity/api';
import type { Actor } from '@kernagenda/identity/domain';
import { ProposalsLifecycle, ProposalsService } from '@kernagenda/proposals/api';
import type { ProposalFacts } from '@kernagenda/proposals/domain';
import { Audit, Clock, Jobs } from '@kernagenda/shared/api';
import { Problem } from '@kernagenda/shared/domain';
import type { VillageRef } from '@kernagenda/villages/domain';
import { refreshAsked } from './commitments.events';
import { isAsked, isSilent, sinceColumns, statusAt, toSince } from './silence';
import type { SinceRow } from './silence';
import { RefreshAsk } from './promises.entities';
import { PromisesService } from './promises.service';
import { RefreshTokens } from './refresh-tokens';
import { StatusUpdates } from './status-updates';

/** The points with the oldest status, so many per team or area. $1: asked about what is older; $2: rows. */
const silentQuery = `
  select id, "teamId" from (
    select p.id, o.team_id as "teamId", ${statusAt} as since,
      row_number() over (partition by coalesce(o.team_id, v.area_id) order by ${statusAt} nulls first, p.id) as place
    from proposal_public p
    join village_public v on v.id = p.village_id
    left join proposal_of_team o on o.id = p.id
    where ${isSilent('$1')} and not exists (
      select from refresh_ask r where r.proposal_id = p.id and r.asked_at > $1::timestamptz)
  ) silent where place <= $2 order by since nulls first, id`;

/** $1: what was asked. */
const askQuery = `
  select r.id, r.proposal_id as "proposalId", r.confirmed_at as "confirmedAt", p.title,
    json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as village, ${sinceColumns},
    r.confirmed_at is null and (coalesce(p.status_at > r.asked_at, false) or not ${isAsked}) as "isOvertaken"
  from refresh_ask r
  join proposal_public p on p.id = r.proposal_id
  join village_public v on v.id = p.village_id
  where r.id = $1`;

interface AskRow extends SinceRow {
  readonly id: string;
  readonly proposalId: string;
  readonly confirmedAt: Date | null;
  readonly title: string;
  readonly village: VillageRef;
  readonly isOvertaken: boolean;
}

/** Asks whoever has a point whether a status nobody touched for long still is right, and takes a yes from the mail. */
@Injectable()
export class Refreshes implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
    private readonly actors: Actors,
    private readonly proposals: ProposalsService,
    private readonly lifecycle: ProposalsLifecycle,
    private readonly promises: PromisesService,
    private readonly updates: StatusUpdates,
    private readonly tokens: RefreshTokens,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('commitments-refresh', () => this.ask());
  }

  /** Asks about the oldest few of each team and area; about one point no sooner than after the same time again. */
  async ask(): Promise<void> {
    const askedAt = this.clock.now();
    const before = new Date(silentBefore(askedAt));
    await this.dataSource.transaction(async (manager) => {
      type Row = { readonly id: string; readonly teamId: string | null };
      const silent: Row[] = await manager.query(silentQuery, [before, refreshTerms.perNight]);
      for (const { id: proposalId, teamId } of silent) {
        const { id } = await manager.save(manager.create(RefreshAsk, { proposalId, teamId, askedAt }));
        await this.jobs.publish(manager, refreshAsked, { askId: id });
      }
    });
  }

  /** What a link is about; changes nothing. @throws Problem `invalid_code` for every link that does not work. */
  async getByLink(token: string): Promise<RefreshLinkView> {
    const { askId, personId } = this.tokens.read(token);
    const row = await this.findAsk(this.dataSource.manager, askId);
    const actor = await this.requireActor(personId);
    const point = await this.proposals.findFacts(row.proposalId, actor);
    if (!point || partOf(point) === null) throw new Problem('invalid_code');
    return toView(row);
  }

  /**
   * The status still is right: the page says so from now on. A second time changes nothing.
   * @throws Problem `invalid_code`, or `wrong_state` when there was news since.
   */
  async confirmByLink(token: string): Promise<RefreshLinkView> {
    const { askId, personId } = this.tokens.read(token);
    const actor = await this.requireActor(personId);
    const { proposalId } = await this.findAsk(this.dataSource.manager, askId);
    const view = await this.dataSource.transaction(async (manager) => {
      const point = await this.lifecycle.lock(manager, proposalId, actor).catch(() => null);
      const part = point && partOf(point.facts);
      if (!point || !part) throw new Problem('invalid_code');
      const row = await this.findAsk(manager, askId);
      if (row.confirmedAt !== null) return toView(row);
      if (row.isOvertaken) throw new Problem('wrong_state');
      const said = { kind: 'still_right', text: '', photos: [], commitmentId: null } as const;
      const teamId = part === 'official' ? point.facts.teamId : null;
      const updateId = await this.updates.write(manager, actor, point, { ...said, part, teamId });
      await manager.update(RefreshAsk, askId, { confirmedAt: this.clock.now() });
      await this.audit.record(manager, {
        actorId: actor.personId,
        action: 'promise.still_right',
        objectType: 'proposal_promise',
        objectId: updateId,
        details: { proposalId, by: 'mail' },
      });
      return toView(await this.findAsk(manager, askId));
    });
    this.promises.announce(proposalId);
    return view;
  }

  private async requireActor(personId: string): Promise<Actor> {
    const actor = await this.actors.findPerson(personId);
    if (!actor) throw new Problem('invalid_code');
    return actor;
  }

  private async findAsk(manager: EntityManager, askId: string): Promise<AskRow> {
    const [row]: AskRow[] = await manager.query(askQuery, [askId]);
    if (!row) throw new Problem('invalid_code');
    return row;
  }
}

/** As whom somebody confirms: broker, or official of the team that has it. */
function partOf(point: ProposalFacts): PromisingPart | null {
  const part = promisingPart(point);
  return part === 'official' && point.teamId === null ? null : part;
}

function toView({ proposalId, title, village, confirmedAt, isOvertaken, ...row }: AskRow): RefreshLinkView {
  const open: RefreshState = isOvertaken ? 'overtaken' : 'open';
  return {
    point: { id: proposalId, title },
    village,
    since: toSince(row),
    state: confirmedAt === null ? open : 'confirmed',
  };
}
