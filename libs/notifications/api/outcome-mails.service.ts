import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EveningOutcomes, eveningOutcome } from '@kernagenda/intake/api';
import { Jobs, Mailer, Settings } from '@kernagenda/shared/api';
import { writeMail } from './mail-template';
import { outcomeMail } from './outcome-mail';

/**
 * Mails what became of an evening to who left an address there. The notes are held while the mail is sent and forget the
 * address with it: a process that dies in between sends it again, under the same Message-ID.
 */
@Injectable()
export class OutcomeMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly outcomes: EveningOutcomes,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(eveningOutcome, 'notifications-evening', ({ noteId }) => this.send(noteId));
  }

  private async send(noteId: string): Promise<void> {
    const { publicUrl } = this.settings;
    await this.dataSource.transaction(async (manager) => {
      const outcome = await this.outcomes.holdMail(manager, noteId);
      if (!outcome) return;
      const pages = {
        village: `${publicUrl}/kernen/${outcome.village.slug}`,
        claims: outcome.tokens.map((token) => `${publicUrl}/mijn-wens?bewijs=${encodeURIComponent(token)}`),
      };
      const messageId = `<${noteId}@${new URL(publicUrl).hostname}>`;
      await this.mailer.send({ to: outcome.email, ...writeMail(outcomeMail(outcome, pages)), messageId });
      await this.outcomes.noteMail(manager, outcome);
    });
  }
}
