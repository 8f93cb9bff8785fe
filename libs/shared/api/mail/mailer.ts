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
  /** Where an answer goes; without it, to who sends all mail. */
  readonly replyTo?: string;
  /** What this mail is one of, as a message id that no mail has: mail programs show them together. */
  readonly thread?: string;
  /** Where a mail program lets people stop with one click (RFC 8058); the address needs no session. */
  readonly stopUrl?: string;
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

  async send({ to, subject, text, html, messageId, replyTo, thread, stopUrl }: Mail): Promise<void> {
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
    await this.transport.sendMail({
      from: this.settings.mailFrom,
      to: { name: '', address: to },
      subject: oneLine,
      text,
      ...(html !== undefined && { html }),
      ...(messageId !== undefined && { messageId }),
      ...(replyTo !== undefined && { replyTo }),
      ...(thread !== undefined && { references: thread }),
      ...(stopUrl !== undefined && { headers: stopHeaders(stopUrl) }),
    });
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
    'Auto-Submitted': 'auto-generated',
  };
}
