import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ImportsService, ProposalsApiModule } from '@kernagenda/proposals/api';
import { CommentsController } from './comments.controller';
import { Comment } from './comments.entities';
import { CommentsService } from './comments.service';
import { Bounces } from './mail/bounces.service';
import { InboxEntries } from './inbox/inbox-entries';
import { GuestsController } from './guests/guests.controller';
import { Guests } from './guests/guests.service';
import { InboxController } from './inbox/inbox.controller';
import { InboxEntry, ThreadNote } from './inbox/inbox.entities';
import { InboxService } from './inbox/inbox.service';
import { NotesController } from './inbox/notes.controller';
import { NotesService } from './inbox/notes.service';
import { MailIn } from './mail/mail-in.service';
import { ThreadReply, ThreadReplyAddress } from './mail/mail.entities';
import { MessageMails } from './mail/message-mails';
import { Replies } from './mail/replies.service';
import { ReplyAddresses } from './mail/reply-addresses';
import { ReturnAddresses } from './mail/return-addresses';
import { MessageDrafts } from './message-drafts.service';
import { MessagePhotosController } from './message-photos.controller';
import { MessagePhoto, MessagePhotoFile } from './message-photos.entities';
import { MessagePhotosService } from './message-photos.service';
import { Threads } from './threads';
import { ThreadsController } from './threads.controller';
import { Message, Thread, ThreadParticipant } from './threads.entities';
import { ThreadsService } from './threads.service';

@Module({
  imports: [
    IdentityApiModule,
    ProposalsApiModule,
    TypeOrmModule.forFeature([Comment, InboxEntry, Message, MessagePhoto, MessagePhotoFile]),
    TypeOrmModule.forFeature([Thread, ThreadNote, ThreadParticipant, ThreadReply, ThreadReplyAddress]),
  ],
  controllers: [
    CommentsController,
    GuestsController,
    InboxController,
    MessagePhotosController,
    NotesController,
    ThreadsController,
  ],
  providers: [
    Bounces,
    CommentsService,
    Guests,
    InboxEntries,
    InboxService,
    MailIn,
    MessageMails,
    MessageDrafts,
    MessagePhotosService,
    NotesService,
    Replies,
    ReplyAddresses,
    ReturnAddresses,
    Threads,
    ThreadsService,
  ],
  exports: [CommentsService, MessageMails, ReturnAddresses, Threads],
})
export class ConversationsApiModule implements OnModuleInit {
  constructor(private readonly imports: ImportsService) {}

  /** Where people leave something at a point, which is then not taken back with the file it came from. */
  onModuleInit(): void {
    this.imports.keepWhere('select proposal_id from comment where proposal_id = any($1::uuid[])');
  }
}
