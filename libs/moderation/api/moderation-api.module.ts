import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { DecisionsService } from './decisions.service';
import { DeskService } from './desk.service';
import { ModerationDecisions } from './moderation-decisions';
import { ModerationController } from './moderation.controller';
import { TextBlocksController } from './text-blocks.controller';
import { TextBlock } from './text-blocks.entity';
import { TextBlocksService } from './text-blocks.service';
import { ModerationClaim, ModerationDecision, StatementOfReasons } from './moderation.entities';
import { VersionDecisionsController } from './version-decisions.controller';

@Module({
  imports: [
    ProposalsApiModule,
    TypeOrmModule.forFeature([ModerationClaim, ModerationDecision, StatementOfReasons, TextBlock]),
  ],
  controllers: [ModerationController, TextBlocksController, VersionDecisionsController],
  providers: [DecisionsService, DeskService, ModerationDecisions, TextBlocksService],
  exports: [DecisionsService, ModerationDecisions],
})
export class ModerationApiModule {}
