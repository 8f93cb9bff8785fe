import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BudgetLetters, budgetLetterWritten } from '@kernagenda/budgets/api';
import { Jobs, Mailer, Settings } from '@kernagenda/shared/api';
import { VillagesService } from '@kernagenda/villages/api';
import { budgetMail } from './budget-mail';
import { writeMail } from './mail-template';

/**
 * Mails who applied for a village budget. The letter is held while its mail is sent and noted afterwards: a process that
 * dies in between sends it again, under the same Message-ID.
 */
@Injectable()
export class BudgetMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly villages: VillagesService,
    private readonly letters: BudgetLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(budgetLetterWritten, 'notifications-budget', ({ letterId }) => this.send(letterId));
  }

  private async send(id: string): Promise<void> {
    const { publicUrl } = this.settings;
    const from = await this.villages.getMunicipality();
    await this.dataSource.transaction(async (manager) => {
      const letter = await this.letters.hold(manager, id);
      if (!letter) return;
      const page = `${publicUrl}/aanvragen/${letter.application.id}`;
      const messageId = `<${id}@${new URL(publicUrl).hostname}>`;
      await this.mailer.send({ to: letter.email, ...writeMail(budgetMail(letter, page, from)), messageId });
      await this.letters.note(manager, id);
    });
  }
}
