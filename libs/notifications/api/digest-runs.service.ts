import { Injectable, Logger } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { QueryRunner } from 'typeorm';
import { PeopleRegistry } from '@kernagenda/identity/api';
import type { Contact } from '@kernagenda/identity/api';
import { digestTerms, lastDue, notificationTerms } from '@kernagenda/notifications/domain';
import { Clock, Jobs, Settings, namedQuery } from '@kernagenda/shared/api';
import type { Mail } from '@kernagenda/shared/api';
import { claimQuery, contentsQuery, forgetDigestsQuery, openQuery, settleQuery, staleQuery } from './digest.queries';
import type { DigestContents, OpenDigest } from './digest.queries';
import { digestMail } from './digest-mail';
import { writeMail } from './mail-template';
import { PersonMails } from './person-mails.service';
import { StopTokens } from './stop-tokens';

const dayMs = 86_400_000;

/** People whose lines one statement takes, and digests that one statement reads. */
const slices = { claim: 1000, send: 200 } as const;

/** Mails that are under way at the same time: as many as may come twice when the process dies. */
const sendersAtOnce = 5;

/** A job may run for two minutes; what is left is for the next minute. On a clock that nobody moves. */
const patienceMs = 50_000;

/**
 * Sends digests. Every minute it looks who is due by the clock of the product, and takes their lines in one statement
 * before anything is sent: a line is of one digest and a digest of one moment, so no restart, second server or moved
 * clock tells a line twice. What is claimed and not settled, because the process died or the mail server was away, goes
 * again under the same Message-ID with the same lines.
 */
@Injectable()
export class DigestRuns implements OnModuleInit {
  private readonly logger = new Logger('DigestRuns');

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly mails: PersonMails,
    private readonly settings: Settings,
    private readonly people: PeopleRegistry,
    private readonly tokens: StopTokens,
  ) {}

  onModuleInit(): void {
    this.jobs.everyMinute('notifications-digests', () => this.run());
    this.jobs.daily('notifications-forget-digests', () => this.forget());
  }

  /** One process at a time, without a clock: the lock is of a connection, and gone when that is. */
  async run(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      if (await isFirst(runner)) await this.runAlone().finally(() => unlock(runner));
    } finally {
      await runner.release();
    }
  }

  private async runAlone(): Promise<void> {
    const end = performance.now() + patienceMs;
    await this.claim();
    await this.sendAll(end);
  }

  private async claim(): Promise<void> {
    const now = this.clock.now();
    const due = [lastDue('daily', now), lastDue('weekly', now), lastDue('monthly', now)];
    for (let after: string | undefined | null = null; after !== undefined;) {
      const values: unknown[] = [now, ...due, after, slices.claim];
      type Last = { readonly personId: string };
      const [last]: Last[] = await namedQuery<Last>(this.dataSource, 'claim digests', claimQuery, values);
      after = last?.personId;
    }
  }

  private async sendAll(end: number): Promise<void> {
    let open: readonly OpenDigest[] = [];
    do {
      const values = [open.at(-1)?.id ?? null, slices.send];
      open = await namedQuery<OpenDigest>(this.dataSource, 'open digests', openQuery, values);
      if (open.length > 0 && !(await this.sendSlice(open, end))) return;
    } while (open.length === slices.send);
  }

  /** Whether to go on: not when time is up, or when nobody takes mail. */
  private async sendSlice(open: readonly OpenDigest[], end: number): Promise<boolean> {
    const ids = open.map(({ id }) => id);
    const values = [ids, digestTerms.lines, this.clock.now()];
    const contents = await namedQuery<DigestContents>(this.dataSource, 'digest contents', contentsQuery, values);
    const contacts = await this.people.findContacts(open.map(({ personId }) => personId));
    const byDigest = new Map(contents.map((content) => [content.digestId, content]));
    const empty = ids.filter((id) => !byDigest.has(id));
    if (empty.length > 0) await this.settle(empty, [], null);
    const waiting = open.filter(({ id }) => byDigest.has(id));
    let isGoingOn = true;
    const sendNext = async (): Promise<void> => {
      for (let next = waiting.shift(); next && isGoingOn; next = waiting.shift()) {
        const [content, contact] = [byDigest.get(next.id), contacts.get(next.personId)];
        if (content && contact && !(await this.send(next, content, contact))) isGoingOn = false;
        if (performance.now() > end) isGoingOn = false;
      }
    };
    await Promise.all(Array.from({ length: sendersAtOnce }, sendNext));
    return isGoingOn;
  }

  /** False when the mail server is away; a mail it did not want is tried again in the next run. */
  private async send(digest: OpenDigest, contents: DigestContents, contact: Contact): Promise<boolean> {
    let isSent: boolean;
    try {
      isSent = await this.mails.send(digest.personId, this.write(digest, contents, contact));
    } catch (error) {
      this.logger.warn(`Digest ${digest.id} was not sent: ${String(error)}`);
      return !isConnectionLost(error);
    }
    await this.settle([digest.id], isSent ? contents.ids : [], isSent ? this.clock.now() : null);
    return true;
  }

  private write({ id, personId, rhythm }: OpenDigest, contents: DigestContents, contact: Contact): Mail {
    const { publicUrl } = this.settings;
    const token = this.tokens.make({ what: 'all', id: personId, personId });
    const stopAll = `${publicUrl}/meldingen/stop?bewijs=${token}`;
    return {
      to: contact.email,
      ...writeMail(digestMail({ rhythm, contents, name: contact.displayName, publicUrl, stopAll })),
      messageId: `<${id}@${new URL(publicUrl).hostname}>`,
      stopUrl: `${publicUrl}/api/v1/mail-stops/one-click?token=${token}`,
    };
  }

  private async settle(ids: readonly string[], told: readonly string[], at: Date | null): Promise<void> {
    await namedQuery(this.dataSource, 'settle digests', settleQuery, [ids, told, at]);
  }

  private async forget(): Promise<void> {
    const before = (days: number): Date => new Date(this.clock.now().getTime() - days * dayMs);
    const stale: { readonly id: string }[] = await this.dataSource.query(staleQuery, [
      before(notificationTerms.mailDays),
    ]);
    if (stale.length > 0)
      await this.settle(
        stale.map(({ id }) => id),
        [],
        null,
      );
    await this.dataSource.query(forgetDigestsQuery, [before(notificationTerms.keptDays)]);
  }
}

async function isFirst(runner: QueryRunner): Promise<boolean> {
  const [row]: readonly { readonly held: boolean }[] = await runner.query(
    `select pg_try_advisory_lock(hashtext('digests')) as held`,
  );
  return row?.held === true;
}

async function unlock(runner: QueryRunner): Promise<void> {
  await runner.query(`select pg_advisory_unlock(hashtext('digests'))`);
}

/** A server that answers, even with no, names a code. */
const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && !('responseCode' in error);
