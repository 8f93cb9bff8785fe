import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { ModerationDecisions } from '@kernagenda/moderation/api';
import type { KeptDecision } from '@kernagenda/moderation/api';
import type { Decision } from '@kernagenda/moderation/domain';
import type { ModerationState } from '@kernagenda/proposals/domain';
import { Clock, Jobs, Mailer, Settings } from '@kernagenda/shared/api';
import type { Mail } from '@kernagenda/shared/api';
import { heldMailQuery, notedMailQuery } from './ledger.queries';
import type { HeldMail, HeldPointMail } from './ledger.queries';
import { writeMail } from './mail-template';
import type { MailContent } from './mail-template';
import { lineMail, messageMail } from './nl';
import { mailDue } from './notifications.events';
import { StopTokens } from './stop-tokens';

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

/**
 * Sends the mail of one line, after looking once more whether it may be told. The line is held while it is sent and noted
 * afterwards: a process that dies in between sends it again, under the same Message-ID.
 */
@Injectable()
export class LineMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly people: PeopleRegistry,
    private readonly decisions: ModerationDecisions,
    private readonly tokens: StopTokens,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(mailDue, 'notifications-mail', ({ notificationId }) => this.send(notificationId));
  }

  private async send(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [line]: HeldMail[] = await manager.query(heldMailQuery, [id, this.clock.now()]);
      if (!line) return;
      const mail = line.isTrue ? await this.write(line) : null;
      if (mail) await this.mailer.send(mail);
      await manager.query(notedMailQuery, [id, mail ? 'sent' : 'left_out', mail ? this.clock.now() : null]);
    });
  }

  /** The mail as it may be told now; null when it may not. */
  private async write(line: HeldMail): Promise<Mail | null> {
    const { personId } = line;
    const contact = await this.people.findContact(personId);
    if (!contact) return null;
    const { publicUrl } = this.settings;
    const stopAll = this.tokens.make({ what: 'all', id: personId, personId });
    const reader = { name: contact.displayName, stopAll: stopPage(publicUrl, stopAll) };
    const told: Told | null =
      line.threadId === null
        ? await this.tellPoint(line, reader)
        : {
            content: messageMail({
              ...reader,
              title: line.title,
              link: `${publicUrl}/berichten?gesprek=${line.threadId}`,
            }),
            stop: stopAll,
          };
    return (
      told && {
        to: contact.email,
        ...writeMail(told.content),
        messageId: `<${line.id}@${new URL(publicUrl).hostname}>`,
        stopUrl: `${publicUrl}/api/v1/mail-stops/one-click?token=${told.stop}`,
      }
    );
  }

  /** Null when the decision it tells of no longer stands. */
  private async tellPoint(
    line: HeldPointMail,
    reader: { readonly name: string; readonly stopAll: string },
  ): Promise<Told | null> {
    const { kind, reason, title, isPublic, village, villageId, personId, proposalId, decisionId } = line;
    const decision = decisionId === null ? null : await this.decisions.findDecision(decisionId);
    if (decisionId !== null && !isStanding(decision, line)) return null;
    const { publicUrl } = this.settings;
    const about =
      reason === 'village' ? { what: 'village' as const, id: villageId } : { what: 'point' as const, id: proposalId };
    const stop = this.tokens.make({ ...about, personId });
    const content = lineMail({
      ...reader,
      kind,
      reason,
      title,
      isPublic,
      village,
      reasons: decision?.reasons ?? null,
      reopened: decision?.reason ?? null,
      link: `${publicUrl}/voorstellen/${proposalId}`,
      stopThis: stopPage(publicUrl, stop),
    });
    return { content, stop };
  }
}

/** What a mail says, and the token of its stop button. */
interface Told {
  readonly content: MailContent;
  readonly stop: string;
}

const stopPage = (publicUrl: string, token: string): string => `${publicUrl}/meldingen/stop?bewijs=${token}`;

function isStanding(decision: KeptDecision | null, { moderationState }: HeldPointMail): boolean {
  return decision !== null && !decision.isUndone && moderationState === stateAfterDecision[decision.decision];
}
