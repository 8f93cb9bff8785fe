import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityApiModule } from '@kernagenda/identity/api';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { CommentsController } from './comments.controller';
import { Comment } from './comments.entities';
import { CommentsService } from './comments.service';

@Module({
  imports: [IdentityApiModule, ProposalsApiModule, TypeOrmModule.forFeature([Comment])],
  controllers: [CommentsController],
  providers: [CommentsService],
  exports: [CommentsService],
})
export class ConversationsApiModule {}
