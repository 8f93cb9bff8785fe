import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RefreshTokens } from '@kernagenda/commitments/api';
import { MessageMails } from '@kernagenda/conversations/api';
import { PeopleRegistry } from '@kernagenda/identity/api';
import { AskTokens, IntroductionsService } from '@kernagenda/matching/api';
import { ModerationDecisions } from '@kernagenda/moderation/api';
import type { KeptDecision } from '@kernagenda/moderation/api';
import type { Decision } from '@kernagenda/moderation/domain';
import type { ModerationState } from '@kernagenda/proposals/domain';
import { announcementPath, promiseKinds } from '@kernagenda/notifications/domain';
import type { NotificationKind, PromiseKind } from '@kernagenda/notifications/domain';
import { Clock, Jobs, Settings, namedQuery } from '@kernagenda/shared/api';
import type { Mail } from '@kernagenda/shared/api';
import { agendaMail } from './agenda-mail';
import { letterMail } from './announcement-mail';
import { introductionMail } from './introduction-mail';
import { collaborationMail } from './collaboration-mail';
import { heldMailQuery, notedMailQuery } from './ledger.queries';
import type { HeldFlagMail, HeldMail, HeldMessageMail, HeldPointMail } from './ledger.queries';
import { writeMail } from './mail-template';
import type { MailContent } from './mail-template';
import { lineMail, messageMail } from './nl';
import { mailDue } from './notifications.events';
import { PersonMails } from './person-mails.service';
import { promiseMail } from './promise-mail';
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
    private readonly mails: PersonMails,
    private readonly settings: Settings,
    private readonly people: PeopleRegistry,
    private readonly decisions: ModerationDecisions,
    private readonly tokens: StopTokens,
    private readonly introductions: IntroductionsService,
    private readonly askTokens: AskTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly messages: MessageMails,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(mailDue, 'notifications-mail', ({ notificationId }) => this.send(notificationId));
  }

  private async send(id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [line] = await namedQuery<HeldMail>(manager, 'held mail', heldMailQuery, [id, this.clock.now()]);
      if (!line) return;
      const mail = line.isTrue ? await this.write(line) : null;
      const isSent = mail !== null && (await this.mails.send(line.personId, mail));
      await manager.query(notedMailQuery, [id, isSent ? 'sent' : 'left_out', isSent ? this.clock.now() : null]);
    });
  }

  /** The mail as it may be told now; null when it may not. */
  private async write(line: HeldMail): Promise<Mail | null> {
    const { personId } = line;
    const contact = await this.people.findContact(personId);
    if (!contact) return null;
    const { publicUrl } = this.settings;
    const stopAll = this.tokens.make({ what: 'all', id: personId, personId });
    const reader = { name: contact.displayName, stop: stopAll, stopAll: stopPage(publicUrl, stopAll) };
    const told = await this.tell(line, reader);
    return (
      told && {
        to: contact.email,
        ...writeMail(told.content),
        messageId: `<${line.id}@${new URL(publicUrl).hostname}>`,
        ...(told.replyTo && { replyTo: told.replyTo }),
        ...(told.thread && { thread: told.thread }),
        stopUrl: `${publicUrl}/api/v1/mail-stops/one-click?token=${told.stop}`,
      }
    );
  }

  private async tell(line: HeldMail, reader: Reader): Promise<Told | null> {
    const { publicUrl } = this.settings;
    if (line.flagId !== null) return this.tellFlag(line, reader);
    if (line.reminderId !== null) {
      const page = `${publicUrl}/kernen/${line.slug}/agenda`;
      return { content: agendaMail({ ...reader, villages: line.villages, page }), stop: reader.stop };
    }
    if (line.announcementId !== null) {
      const { villageId: id, personId } = line;
      const stop = id === null ? null : this.tokens.make({ what: 'village', id, personId });
      const page = `${publicUrl}${announcementPath(line)}`;
      const stopThis = stop && stopPage(publicUrl, stop);
      return { content: letterMail({ ...line, ...reader, page, stopThis }), stop: stop ?? reader.stop };
    }
    if (line.collaborationId !== null) {
      const link = `${publicUrl}/samenwerkingen/${line.collaborationId}`;
      return { content: collaborationMail({ ...line, ...reader, link }), stop: reader.stop };
    }
    if (line.threadId === null) return this.tellPoint(line, reader);
    return this.tellMessage(line, reader);
  }

  /** Null when this person may not read it any more. */
  private async tellMessage(
    { threadId, messageId, personId, title }: HeldMessageMail,
    reader: Reader,
  ): Promise<Told | null> {
    const mailed = await this.messages.find(threadId, messageId, personId);
    if (!mailed) return null;
    const { message, replyTo } = mailed;
    const { publicUrl } = this.settings;
    const link = `${publicUrl}/berichten?gesprek=${threadId}`;
    const content = messageMail({ ...reader, title, message, mayReply: replyTo !== null, link });
    return { content, stop: reader.stop, replyTo, thread: `<thread-${threadId}@${new URL(publicUrl).hostname}>` };
  }

  /** Null when this person may not know of it any more. A question carries the link that answers it. */
  private async tellFlag(line: HeldFlagMail, reader: Reader): Promise<Told | null> {
    const { kind, reason, title: label, personId, flagId, askId } = line;
    const isIntroducer = reason === 'introducer';
    const ask = isIntroducer || askId === null ? null : await this.introductions.findAskOf(personId, askId);
    if (!isIntroducer && !ask) return null;
    const page = !ask
      ? `?signaal=${flagId}`
      : kind === 'introduction'
        ? `/antwoord?bewijs=${this.askTokens.make({ askId: ask.id, personId })}`
        : `/vraag/${ask.id}`;
    const link = `${this.settings.publicUrl}/signalen${page}`;
    return { content: introductionMail({ ...reader, kind, reason, label, ask, link }), stop: reader.stop };
  }

  /** Null when the decision it tells of no longer stands. */
  private async tellPoint(line: HeldPointMail, reader: Reader): Promise<Told | null> {
    const { kind, reason, title, isPublic, village, stoppedBy, personId, proposalId, decisionId } = line;
    const decision = decisionId === null ? null : await this.decisions.findDecision(decisionId);
    if (decisionId !== null && !isStanding(decision, line)) return null;
    const { publicUrl } = this.settings;
    const place = placeReasons.find((one) => one === reason);
    const about = place && stoppedBy ? { what: place, id: stoppedBy } : { what: 'point' as const, id: proposalId };
    const stop = this.tokens.make({ ...about, personId });
    const page = `${publicUrl}/voorstellen/${proposalId}`;
    const stopThis = stopPage(publicUrl, stop);
    if (line.promise !== null && isPromiseKind(kind)) {
      const { promise } = line;
      const isQuestion = kind === 'refresh_asked';
      const token = isQuestion ? this.refreshTokens.make({ askId: promise.id, personId }) : null;
      const confirm = token && `${publicUrl}/klopt-nog?bewijs=${token}`;
      const content = promiseMail({ ...reader, kind, reason, title, village, promise, page, confirm, stopThis });
      return { content, stop };
    }
    const content = lineMail({
      ...reader,
      kind,
      reason,
      title,
      isPublic,
      village,
      reasons: decision?.reasons ?? null,
      because: decision?.reason ?? line.hiddenReason,
      link: page,
      stopThis,
    });
    return { content, stop };
  }
}

/** Who reads the mail, and the token and the page that stop all mail. */
interface Reader {
  readonly name: string;
  readonly stop: string;
  readonly stopAll: string;
}

/** What a mail says, and the token of its stop button. */
interface Told {
  readonly content: MailContent;
  readonly stop: string;
  readonly replyTo?: string | null;
  readonly thread?: string;
}

const placeReasons = ['village', 'circle', 'theme'] as const;

const stopPage = (publicUrl: string, token: string): string => `${publicUrl}/meldingen/stop?bewijs=${token}`;

const isPromiseKind = (kind: NotificationKind): kind is PromiseKind => promiseKinds.some((one) => one === kind);

function isStanding(decision: KeptDecision | null, { moderationState }: HeldPointMail): boolean {
  return decision !== null && !decision.isUndone && moderationState === stateAfterDecision[decision.decision];
}
