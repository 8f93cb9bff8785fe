import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  commitmentKept,
  commitmentLate,
  commitmentMade,
  commitmentMoved,
  commitmentWithdrawn,
  feasibilityFound,
  pointAnswered,
  refreshAsked,
  saidHidden,
  statusUpdated,
  storyTold,
} from '@kernagenda/commitments/api';
import type { CommitmentEvents } from '@kernagenda/commitments/domain';
import type { PromiseKind } from '@kernagenda/notifications/domain';
import { Jobs } from '@kernagenda/shared/api';
import { Ledger } from './ledger.service';

interface ToldPromise {
  readonly proposalId: string;
  readonly villageId: string;
  readonly teamId: string | null;
}

interface HiddenSaid {
  readonly proposalId: string;
  readonly kind: 'official_answer' | 'status_update';
  readonly authorId: string | null;
}

/** $1: an answer or update that is hidden now. */
const hiddenQuery = `
  select proposal_id as "proposalId", kind, author_id as "authorId" from said_hidden where id = $1`;

/** $1: an answer, update, step, promise or question. Only on a point everyone may read. */
const toldQuery = `
  select p.id as "proposalId", p.village_id as "villageId", t.team_id as "teamId"
  from promise_told t join proposal_public p on p.id = t.proposal_id where t.id = $1`;

/** Hears what the town hall says and promises, and what it should do something about. */
@Injectable()
export class PromiseListeners implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly ledger: Ledger,
  ) {}

  onModuleInit(): void {
    const { jobs } = this;
    jobs.subscribe(pointAnswered, 'notifications-official-answer', ({ answerId, actorId }) =>
      this.tellAll('official_answer', answerId, actorId),
    );
    jobs.subscribe(feasibilityFound, 'notifications-feasibility', ({ feasibilityId, actorId }) =>
      this.tellAll('feasibility_found', feasibilityId, actorId),
    );
    jobs.subscribe(storyTold, 'notifications-story', ({ storyId, actorId }) =>
      this.tellAll('story_told', storyId, actorId),
    );
    jobs.subscribe(commitmentMade, 'notifications-promise-made', ({ commitmentId, actorId }) =>
      this.tellAll('promise_made', commitmentId, actorId),
    );
    jobs.subscribe(commitmentMoved, 'notifications-promise-moved', ({ stepId, actorId }) =>
      this.tellAll('promise_moved', stepId, actorId),
    );
    jobs.subscribe(commitmentKept, 'notifications-promise-kept', ({ commitmentId, actorId }) =>
      this.tellAll('promise_kept', commitmentId, actorId),
    );
    jobs.subscribe(commitmentWithdrawn, 'notifications-promise-withdrawn', ({ stepId, actorId }) =>
      this.tellAll('promise_withdrawn', stepId, actorId),
    );
    jobs.subscribe(statusUpdated, 'notifications-status-update', ({ updateId, actorId }) =>
      this.tellAll('status_update', updateId, actorId),
    );
    jobs.subscribe(saidHidden, 'notifications-said-hidden', (hidden) => this.tellWhoSaid(hidden));
    jobs.subscribe(commitmentLate, 'notifications-promise-late', (late) => this.tellLate(late));
    jobs.subscribe(refreshAsked, 'notifications-refresh-asked', ({ askId }) => this.tellOwner(askId));
  }

  /** Everybody who follows the point, a village or circle it is of, or its theme. */
  private async tellAll(kind: PromiseKind, promiseId: string, actorId: string): Promise<void> {
    const told = await this.find(promiseId);
    if (!told) return;
    const { proposalId } = told;
    const event = `${kind} ${promiseId}`;
    const audience = { audience: 'pointAndPlaces', ids: [proposalId] } as const;
    await this.ledger.note({ event, kind, proposalId, promiseId, except: [actorId], ...audience });
  }

  /** Once each time it is hidden. Shown again in the meantime: then there is nothing to tell. */
  private async tellWhoSaid({ saidId, at, actorId }: CommitmentEvents['commitment.said_hidden']): Promise<void> {
    const [hidden] = await this.dataSource.query<HiddenSaid[]>(hiddenQuery, [saidId]);
    if (!hidden || hidden.authorId === null) return;
    const { proposalId, authorId } = hidden;
    const kind = `${hidden.kind}_hidden` as const;
    const who = { audience: 'people', ids: [authorId], words: ['commenter'], except: [actorId] } as const;
    await this.ledger.note({ ...who, event: `${kind} ${saidId} ${at}`, kind, proposalId, promiseId: saidId });
  }

  private async tellLate({ commitmentId, dueOn, level }: CommitmentEvents['commitment.late']): Promise<void> {
    const told = await this.find(commitmentId);
    if (!told) return;
    const { teamId } = told;
    const event = `promise_late ${commitmentId} ${dueOn} ${level}`;
    if (level !== 'team') await this.tellRole('promise_late', event, commitmentId, told, level);
    // What the broker keeps has no team, and the broker was told already.
    else if (teamId !== null) await this.tellTeam('promise_late', event, commitmentId, told, teamId);
  }

  private async tellOwner(askId: string): Promise<void> {
    const told = await this.find(askId);
    if (!told) return;
    const event = `refresh_asked ${askId}`;
    if (told.teamId !== null) await this.tellTeam('refresh_asked', event, askId, told, told.teamId);
    else await this.tellRole('refresh_asked', event, askId, told, 'broker');
  }

  private tellTeam(
    kind: PromiseKind,
    event: string,
    promiseId: string,
    { proposalId, villageId }: ToldPromise,
    teamId: string,
  ): Promise<void> {
    const audience = { audience: 'team', ids: [teamId], words: [villageId] } as const;
    return this.ledger.note({ event, kind, proposalId, promiseId, except: [], ...audience });
  }

  private tellRole(
    kind: PromiseKind,
    event: string,
    promiseId: string,
    { proposalId, villageId }: ToldPromise,
    role: 'broker' | 'alderman',
  ): Promise<void> {
    const audience = { audience: 'answerers', ids: [villageId], words: [role] } as const;
    return this.ledger.note({ event, kind, proposalId, promiseId, except: [], ...audience });
  }

  private async find(id: string): Promise<ToldPromise | undefined> {
    const [told] = await this.dataSource.query<ToldPromise[]>(toldQuery, [id]);
    return told;
  }
}
