import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { CommentsController } from './comments.controller';
import { Comment } from './comments.entities';
import { CommentsService } from './comments.service';
import { Threads } from './threads';
import { ThreadsController } from './threads.controller';
import { Message, Thread, ThreadParticipant } from './threads.entities';
import { ThreadsService } from './threads.service';

@Module({
  imports: [
    IdentityApiModule,
    ProposalsApiModule,
    TypeOrmModule.forFeature([Comment, Message, Thread, ThreadParticipant]),
  ],
  controllers: [CommentsController, ThreadsController],
  providers: [CommentsService, Threads, ThreadsService],
  exports: [CommentsService, Threads],
})
export class ConversationsApiModule {}
