import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { until } from './until';

export interface ReceivedMail {
  /** To whom the envelope was addressed, which headers cannot change. */
  readonly recipients: readonly string[];
  /** From whom, by the envelope: where it comes back. */
  readonly sender: string;
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
    /** Addresses of which it says that they are not there. */
    readonly unknown: Set<string>,
  ) {}

  static async open(): Promise<Mailbox> {
    const received: ((raw: Buffer, recipients: string[], sender: string) => Promise<void>)[] = [];
    const unknown = new Set<string>();
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) =>
        done(unknown.has(address) ? Object.assign(new Error('5.1.1 User unknown'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          const { mailFrom } = session.envelope;
          const sender = mailFrom ? mailFrom.address : '';
          Promise.all(received.map((keep) => keep(Buffer.concat(chunks), recipients, sender))).then(() => done(), done);
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const mailbox = new Mailbox(server, `smtp://127.0.0.1:${port}`, unknown);
    received.push((raw, recipients, sender) => mailbox.keep(raw, recipients, sender));
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

  private async keep(raw: Buffer, recipients: string[], sender: string): Promise<void> {
    const mail = await PostalMime.parse(raw);
    this.received.push({ recipients, sender, subject: mail.subject ?? '', text: mail.text ?? '', mail });
  }
}
