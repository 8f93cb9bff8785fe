import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { DataSource } from 'typeorm';
import { Clock } from '../clock';
import { Settings } from '../settings';
import { DemoMail } from './demo-mails.entity';

export interface Mail {
  /** One bare address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same in HTML, for who reads that. */
  readonly html?: string;
  /** A name that stays the same when the same mail is sent again, so that a mailbox can tell. */
  readonly messageId?: string;
  /** Where it comes back when it cannot be delivered; without it, to who sends all mail. */
  readonly returnPath?: string;
  /** Where an answer goes; without it, to who sends all mail. */
  readonly replyTo?: string;
  /** What this mail is one of, as a message id that no mail has: mail programs show them together. */
  readonly thread?: string;
  /** Where a mail program lets people stop with one click (RFC 8058); the address needs no session. */
  readonly stopUrl?: string;
}

/** The mail server wants no mail for this address, with a status of RFC 3463 as `5.1.1`. */
export class AddressRefused extends Error {
  constructor(readonly status: string) {
    super(`The address was refused with ${status}.`);
  }
}

/** A job that sends a mail is given up after two minutes, and may then run again elsewhere. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 } as const;

/** Sends one mail now. Whoever must not lose it calls this from a job, which is tried again. */
@Injectable()
export class Mailer implements BeforeApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {
    this.transport =
      settings.smtpUrl === null ? null : createTransport({ url: settings.smtpUrl, pool: true, ...patience });
  }

  /** @throws AddressRefused when the mail server says that there is no such address. */
  async send({ to, subject, text, html, messageId, returnPath, replyTo, thread, stopUrl }: Mail): Promise<void> {
    const oneLine = inOneLine(subject);
    if (/[\s,;<>]/.test(to)) throw new Error('A mail goes to exactly one bare address.');
    if (this.settings.isDemo || !this.transport) {
      await this.dataSource.manager.insert(DemoMail, {
        recipient: to,
        subject: oneLine,
        text,
        sentAt: this.clock.now(),
      });
      return;
    }
    const mail = {
      from: this.settings.mailFrom,
      to: { name: '', address: to },
      subject: oneLine,
      text,
      ...(html !== undefined && { html }),
      ...(messageId !== undefined && { messageId }),
      ...(replyTo !== undefined && { replyTo }),
      ...(thread !== undefined && { references: thread }),
      // So that no machine answers: out of office, or another list (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated', ...(stopUrl !== undefined && stopHeaders(stopUrl)) },
      ...(returnPath !== undefined && { envelope: { from: returnPath, to } }),
    };
    try {
      await this.transport.sendMail(mail);
    } catch (error) {
      const status = refusalOf(error);
      throw status === null ? error : new AddressRefused(status);
    }
  }

  beforeApplicationShutdown(): void {
    this.transport?.close();
  }
}

/** A line break in a subject would start a header of its own choosing. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function stopHeaders(url: string): Readonly<Record<string, string>> {
  return {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

/** The status with which a server said no to the recipient, when it names one that is of the address (5.1). */
function refusalOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('response' in error) || !('command' in error)) return null;
  if (error.command !== 'RCPT TO') return null;
  return /^5\d\d[ -](5\.1\.\d{1,3})\b/.exec(String(error.response))?.[1] ?? null;
}
