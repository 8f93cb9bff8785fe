import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, Jobs, Realtime } from '@kernagenda/shared/api';
import { channelsOf, digestKinds, digestTerms, notificationTerms } from '@kernagenda/notifications/domain';
import type { Channel, NotificationKind } from '@kernagenda/notifications/domain';
import type { AgendaState } from '@kernagenda/proposals/domain';
import { forgetQuery, noteQuery, tooLateQuery } from './ledger.queries';
import type { AudienceName } from './ledger.queries';
import { mailDue } from './notifications.events';

/** Something that happened, and who hears of it. */
export interface Happening {
  /** Names it for good: noted again under the same name, nobody hears it twice. */
  readonly event: string;
  readonly kind: NotificationKind;
  /** The point, the message or the flag it is about, and the village of that flag. */
  readonly proposalId?: string;
  readonly messageId?: string;
  readonly flagId?: string;
  readonly askId?: string;
  /** What happened in the collaboration it is about. */
  readonly historyId?: string;
  /** The answer, update, step, promise or question that is told of. */
  readonly promiseId?: string;
  /** The reminder of the agenda it is about. */
  readonly reminderId?: string;
  /** The status letter, news or event of a village. */
  readonly announcementId?: string;
  readonly commentId?: string;
  readonly decisionId?: string;
  readonly agendaState?: AgendaState;
  /** Who did it, and who hears of it in another way. */
  readonly except: readonly (string | null)[];
  readonly audience: AudienceName;
  /** The points, villages, announcements, people, team, messages, reminders or villages that were asked, the audience is found by. */
  readonly ids: readonly string[];
  /** The reason of `people`, the roles of `answerers`, the village for `team`. */
  readonly words?: readonly string[];
}

interface NotedRow {
  readonly id: string;
  readonly personId: string;
  readonly channel: Channel;
  /** Whether it waits for the digest of this person. */
  readonly inDigest: boolean;
}

const dayMs = 86_400_000;

/** Who hears what: a line per event, person and channel, written once however often the event arrives. */
@Injectable()
export class Ledger implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly realtime: Realtime,
  ) {}

  onModuleInit(): void {
    this.jobs.daily('notifications-forget', () => this.forget());
  }

  /** Writes the lines of everybody who hears of it, and a job for each mail, in one transaction. */
  async note({ event, kind, audience, ...rest }: Happening): Promise<void> {
    const { proposalId, messageId, flagId, askId, historyId, promiseId, commentId, decisionId, agendaState } = rest;
    const { reminderId, announcementId, except, ids, words = [] } = rest;
    const values = [
      event,
      kind,
      proposalId ?? null,
      commentId ?? null,
      decisionId ?? null,
      agendaState ?? null,
      except.filter((personId) => personId !== null),
      channelsOf(kind),
      this.clock.now(),
      ids,
      words,
      messageId ?? null,
      flagId ?? null,
      askId ?? null,
      historyId ?? null,
      promiseId ?? null,
      reminderId ?? null,
      digestKinds.includes(kind),
      announcementId ?? null,
    ];
    const rows = await this.dataSource.transaction(async (manager) => {
      const noted: NotedRow[] = await manager.query(noteQuery(audience), values);
      const mails = noted.filter(({ channel, inDigest }) => channel === 'mail' && !inDigest);
      await this.jobs.publishEach(
        manager,
        mailDue,
        mails.map(({ id }) => ({ notificationId: id })),
      );
      return noted;
    });
    for (const { personId, channel } of rows) {
      if (channel === 'app') this.realtime.publish(`person:${personId}`, { kind: 'notifications' });
    }
  }

  private async forget(): Promise<void> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * dayMs);
    await this.dataSource.query(tooLateQuery, [before(notificationTerms.mailDays), before(digestTerms.lineDays)]);
    await this.dataSource.query(forgetQuery, [before(notificationTerms.keptDays)]);
  }
}
