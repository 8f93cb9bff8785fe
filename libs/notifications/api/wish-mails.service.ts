import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { WishClaims, wishEntered } from '@kernagenda/intake/api';
import { Jobs, Mailer, Settings } from '@kernagenda/shared/api';
import { writeMail } from './mail-template';
import { wishMail } from './wish-mail';

/**
 * Mails who wished something that was written down for them. The wish is held while its mail is sent and noted
 * afterwards: a process that dies in between sends it again, under the same Message-ID.
 */
@Injectable()
export class WishMails implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly mailer: Mailer,
    private readonly settings: Settings,
    private readonly claims: WishClaims,
  ) {}

  onModuleInit(): void {
    this.jobs.subscribe(wishEntered, 'notifications-wish', ({ enteredWishId }) => this.send(enteredWishId));
  }

  private async send(id: string): Promise<void> {
    const { publicUrl } = this.settings;
    await this.dataSource.transaction(async (manager) => {
      const wish = await this.claims.holdMail(manager, id);
      if (!wish) return;
      const page = `${publicUrl}/mijn-wens?bewijs=${encodeURIComponent(wish.token)}`;
      const messageId = `<${id}@${new URL(publicUrl).hostname}>`;
      await this.mailer.send({ to: wish.email, ...writeMail(wishMail(wish, page)), messageId });
      await this.claims.noteMail(manager, id);
    });
  }
}
