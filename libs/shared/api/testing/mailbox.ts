import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { until } from './until';

export interface ReceivedMail {
  /** To whom the envelope was addressed, which headers cannot change. */
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly mail: Email;
}

/** A real SMTP server that keeps what it gets. */
export class Mailbox {
  readonly received: ReceivedMail[] = [];
  private readonly taken = new Set<ReceivedMail>();

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async open(): Promise<Mailbox> {
    const received: ((raw: Buffer, recipients: string[]) => Promise<void>)[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          Promise.all(received.map((keep) => keep(Buffer.concat(chunks), recipients))).then(() => done(), done);
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const mailbox = new Mailbox(server, `smtp://127.0.0.1:${port}`);
    received.push((raw, recipients) => mailbox.keep(raw, recipients));
    return mailbox;
  }

  /** The next mail to an address that was not taken yet; waits for it. */
  async next(address: string): Promise<ReceivedMail> {
    const mail = await until(() =>
      this.received.find((one) => one.recipients.includes(address) && !this.taken.has(one)),
    );
    this.taken.add(mail);
    return mail;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(resolve));
  }

  private async keep(raw: Buffer, recipients: string[]): Promise<void> {
    const mail = await PostalMime.parse(raw);
    this.received.push({ recipients, subject: mail.subject ?? '', text: mail.text ?? '', mail });
  }
}
