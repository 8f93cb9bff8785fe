import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { DecisionsService } from './decisions.service';
import { DeskService } from './desk.service';
import { ModerationDecisions } from './moderation-decisions';
import { ModerationController } from './moderation.controller';
import { ModerationClaim, ModerationDecision, StatementOfReasons } from './moderation.entities';
import { VersionDecisionsController } from './version-decisions.controller';

@Module({
  imports: [ProposalsApiModule, TypeOrmModule.forFeature([ModerationClaim, ModerationDecision, StatementOfReasons])],
  controllers: [ModerationController, VersionDecisionsController],
  providers: [DecisionsService, DeskService, ModerationDecisions],
  exports: [DecisionsService, ModerationDecisions],
})
export class ModerationApiModule {}
