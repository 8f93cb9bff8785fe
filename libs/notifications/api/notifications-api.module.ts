import { Module } from '@nestjs/common';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ModerationApiModule } from '@kernagenda/moderation/api';
import { AuthorMails } from './author-mails.service';

@Module({ imports: [IdentityApiModule, ModerationApiModule], providers: [AuthorMails] })
export class NotificationsApiModule {}
