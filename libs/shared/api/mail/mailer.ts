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
}

/** Sends one mail now. Whoever must not lose it calls this from a job, which is tried again. */
@Injectable()
export class Mailer implements BeforeApplicationShutdown {
  private readonly transport: Transporter | null;

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly dataSource: DataSource,
  ) {
    this.transport = settings.smtpUrl === null ? null : createTransport({ url: settings.smtpUrl, pool: true });
  }

  async send({ to, subject, text }: Mail): Promise<void> {
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
