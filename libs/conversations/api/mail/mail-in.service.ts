import type { AddressInfo } from 'node:net';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';
import { mailLimits } from '@kernagenda/conversations/domain/mail';
import { Settings } from '@kernagenda/shared/api';
import { Bounces } from './bounces.service';
import { nl } from './nl';
import { Replies, MailRefused } from './replies.service';
import { ReplyAddresses } from './reply-addresses';
import { ReturnAddresses } from './return-addresses';

type Done = (error?: Error | null, message?: string) => void;

/**
 * Receives the mails that answer threads, behind the mail server of the municipality; off where no domain is set. A mail
 * is acknowledged when its message stands: who hears no yes sends it again.
 */
@Injectable()
export class MailIn implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('MailIn');
  private server: SMTPServer | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly addresses: ReplyAddresses,
    private readonly replies: Replies,
    private readonly returns: ReturnAddresses,
    private readonly bounces: Bounces,
  ) {}

  /** Where it listens; null where it does not. */
  get port(): number | null {
    return this.server ? (this.server.server.address() as AddressInfo).port : null;
  }

  async onApplicationBootstrap(): Promise<void> {
    const { mailIn } = this.settings;
    if (!mailIn) return;
    const server = new SMTPServer({
      name: mailIn.domain,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      size: mailLimits.bytes,
      maxClients: mailLimits.connections,
      socketTimeout: 60_000,
      onRcptTo: ({ address }, session, done) => this.settle(this.welcome(address, session), done),
      onData: (stream, session, done) => this.settle(this.receive(stream, session), done),
    });
    server.on('error', (error) => this.logger.warn(error.message));
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(mailIn.port, mailIn.host, resolve);
    });
    this.server = server;
  }

  async beforeApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private async welcome(address: string, { envelope }: SMTPServerSession): Promise<void> {
    // Each mail goes to one person in one thread, or is about one person.
    const isOnly = envelope.rcptTo.length === 0;
    const isReport = senderOf(envelope) === '' && (await this.returns.find(address)) !== null;
    if (!isOnly || !(isReport || (await this.addresses.find(address)))) throw new MailRefused(nl.unknown);
  }

  private async receive(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) if (!stream.sizeExceeded) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw new MailRefused(nl.tooLarge);
    const [to] = envelope.rcptTo;
    const from = senderOf(envelope);
    const personId = from === '' ? await this.returns.find(to?.address ?? '') : null;
    if (personId !== null) await this.bounces.take(personId, Buffer.concat(chunks));
    else await this.replies.take(to?.address ?? '', from, Buffer.concat(chunks));
  }

  private settle(work: Promise<void>, done: Done): void {
    work.then(
      () => done(null, 'Ontvangen'),
      (error: unknown) => done(this.answerTo(error)),
    );
  }

  private answerTo(error: unknown): Error {
    if (error instanceof MailRefused)
      return Object.assign(new Error(error.message), { responseCode: error.isForLater ? 451 : 550 });
    this.logger.error(String(error));
    return Object.assign(new Error(nl.later), { responseCode: 451 });
  }
}

/** Empty for a report of a mail server (RFC 5321): nobody may answer it. */
const senderOf = ({ mailFrom }: SMTPServerSession['envelope']): string => (mailFrom ? mailFrom.address : '');
