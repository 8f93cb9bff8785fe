import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { CommentsController } from './comments.controller';
import { Comment } from './comments.entities';
import { CommentsService } from './comments.service';
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
    TypeOrmModule.forFeature([Comment, Message, MessagePhoto, MessagePhotoFile, Thread, ThreadParticipant]),
  ],
  controllers: [CommentsController, MessagePhotosController, ThreadsController],
  providers: [CommentsService, MessagePhotosService, Threads, ThreadsService],
  exports: [CommentsService, Threads],
})
export class ConversationsApiModule {}
