import { Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Realtime } from '@kernagenda/shared/api';
import type { Actor } from '@kernagenda/identity/domain';
import { ProposalsApiModule } from '@kernagenda/proposals/api';
import { DecisionsService } from './decisions.service';
import { DeskService } from './desk.service';
import { ModerationDecisions } from './moderation-decisions';
import { ModerationController } from './moderation.controller';
import { ModerationClaim, ModerationDecision, StatementOfReasons } from './moderation.entities';

@Module({
  imports: [ProposalsApiModule, TypeOrmModule.forFeature([ModerationClaim, ModerationDecision, StatementOfReasons])],
  controllers: [ModerationController],
  providers: [DecisionsService, DeskService, ModerationDecisions],
  exports: [DecisionsService, ModerationDecisions],
})
export class ModerationApiModule implements OnModuleInit {
  constructor(
    private readonly realtime: Realtime,
    private readonly desk: DeskService,
  ) {}

  onModuleInit(): void {
    this.realtime.allow('desk', (actor: Actor | null, villageId) => this.desk.isDeskOf(actor, villageId));
  }
}
