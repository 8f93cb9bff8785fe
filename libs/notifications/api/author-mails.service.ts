import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { ModerationDecisions } from '@kernagenda/moderation/api';
import type { Decision } from '@kernagenda/moderation/domain';
import { proposalDecided } from '@kernagenda/proposals/api';
import type { ModerationState } from '@kernagenda/proposals/domain';
import { Jobs, Mailer, Settings } from '@kernagenda/shared/api';
import { decisionMail } from './nl';

interface Authored {
  readonly authorId: string;
  readonly title: string;
  readonly village: string;
  readonly moderationState: ModerationState;
}

const authoredQuery = `
  select p.author_id as "authorId", p.title, v.name as village, p.moderation_state as "moderationState"
  from proposal_authored p join village_public v on v.id = p.village_id where p.id = $1`;

/** The state a decision left; a mail that no longer tells the truth is not sent. */
const stateAfterDecision: Readonly<Record<Decision, ModerationState>> = {
  approve: 'approved',
  request_changes: 'changes_requested',
  refuse: 'refused',
  hide: 'hidden',
  show_again: 'approved',
  reconsider: 'submitted',
  approve_version: 'approved',
  refuse_version: 'approved',
};

/** Tells an author by mail what was decided, once it can no longer be undone. */
@Injectable()
export class AuthorMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly people: PeopleRegistry,
    private readonly decisions: ModerationDecisions,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(proposalDecided, 'notifications-decided', ({ decisionId }) => this.tell(decisionId));
  }

  private async tell(decisionId: string): Promise<void> {
    const kept = await this.decisions.findDecision(decisionId);
    if (!kept || kept.isUndone) return;
    const [proposal] = await this.dataSource.query<Authored[]>(authoredQuery, [kept.proposalId]);
    if (!proposal || proposal.moderationState !== stateAfterDecision[kept.decision]) return;
    const contact = await this.people.findContact(proposal.authorId);
    if (!contact) return;
    const link = `${this.settings.publicUrl}/voorstellen/${kept.proposalId}`;
    const { title, village } = proposal;
    const mail = decisionMail(kept.decision, {
      name: contact.displayName,
      title,
      village,
      link,
      reasons: kept.reasons,
      reason: kept.reason,
    });
    await this.mailer.send({ to: contact.email, ...mail });
  }
}
